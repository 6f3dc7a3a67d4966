// What every form that filters has in common: it is read, restored from the address and kept there, folds away on a phone,
// and shows what is chosen as chips that can be removed. `apply` filters, and is called whenever the choice changes.
function filterForm(form, apply) {
  const chips = form.querySelector(".chips");
  const shown = form.querySelector(".shown");
  const toggle = form.querySelector(".filter-toggle");
  // On a phone the fields are folded away until they are asked for; elsewhere they always show (parts.css).
  const unfold = (isOpen) => toggle.setAttribute("aria-expanded", String(isOpen));

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

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name];
    if (field && "value" in field) field.value = value;
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.addEventListener("reset", () => setTimeout(apply));
  toggle.addEventListener("click", () => unfold(toggle.getAttribute("aria-expanded") === "false"));

  return {
    fold: (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, ""),
    // What is chosen, as pairs of a field's name and its value.
    wanted: () => Object.entries(Object.fromEntries(new FormData(form))).filter(([, value]) => value !== ""),
    // Tell what was chosen, how many were found, and a remark.
    tell(want, count, remark = "") {
      chips.replaceChildren(...want.map(chip));
      const words = count === 0 ? form.dataset.empty : count === 1 ? form.dataset.shownOne : form.dataset.shownOther;
      shown.textContent = want.length ? words.replace("{n}", count) + remark : "";
      const address = new URL(location.href);
      address.search = new URLSearchParams(want).toString();
      if (address.href !== location.href) history.replaceState(null, "", address);
    },
  };
}
