// Filter the entries of the ledger on this page, in place; what is chosen stands in the address and as removable chips.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-filter=changes]");
  const list = document.querySelector("[data-changes]");
  if (!form || !list) return;
  const chips = form.querySelector(".chips");
  const shown = form.querySelector(".shown");
  const toggle = form.querySelector(".filter-toggle");
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const entries = [...list.querySelectorAll("[data-kind]")].map((row) => ({ row, text: fold(row.textContent) }));

  // On a phone the fields are folded away until they are asked for; elsewhere they always show (parts.css).
  const unfold = (isOpen) => toggle.setAttribute("aria-expanded", String(isOpen));
  const wanted = () => Object.entries(Object.fromEntries(new FormData(form))).filter(([, value]) => value !== "");
  const fits = (entry, want) => want.every(([name, value]) => (name === "q"
    ? entry.text.includes(fold(value))
    : entry.row.dataset[name] === value));

  function chip([name, value]) {
    const field = form.elements[name];
    const words = field.options ? field.selectedOptions[0].text.replace(/ \(\d+\)$/, "") : value;
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${words} ×`;
    button.setAttribute("aria-label", `${form.dataset.remove} ${words}`);
    button.addEventListener("click", () => { field.value = ""; unfold(true); field.focus(); apply(); });
    item.append(button);
    return item;
  }

  function apply() {
    const want = wanted();
    let count = 0;
    for (const entry of entries) {
      entry.row.hidden = !fits(entry, want);
      count += entry.row.hidden ? 0 : 1;
    }
    for (const day of list.querySelectorAll(".change-day")) {
      day.hidden = !day.querySelector("[data-kind]:not([hidden])");
    }
    chips.replaceChildren(...want.map(chip));
    const words = count === 0 ? form.dataset.empty : count === 1 ? form.dataset.shownOne : form.dataset.shownOther;
    shown.textContent = want.length ? words.replace("{n}", count) : "";
    const address = new URL(location.href);
    address.search = new URLSearchParams(want).toString();
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name];
    if (field && "value" in field) field.value = value;
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => setTimeout(apply));
  toggle.addEventListener("click", () => unfold(toggle.getAttribute("aria-expanded") === "false"));
  if (wanted().length > 0) apply();
});
