// Filter the entries of the ledger by kind, in place; the kind stands in the address.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-filter=changes]");
  const list = document.querySelector("[data-changes]");
  if (!form || !list) return;
  const shown = form.querySelector(".shown");
  const entries = [...list.querySelectorAll("[data-kind]")];

  function apply(isChange) {
    const kind = form.elements.kind.value;
    let count = 0;
    for (const entry of entries) {
      entry.hidden = kind !== "" && entry.dataset.kind !== kind;
      count += entry.hidden ? 0 : 1;
    }
    for (const day of list.querySelectorAll(".change-day")) {
      day.hidden = !day.querySelector("[data-kind]:not([hidden])");
    }
    shown.textContent = kind ? form.dataset.shown.replace("{n}", count) : "";
    if (isChange) {
      const address = new URL(location.href);
      address.search = kind ? `?kind=${kind}` : "";
      history.replaceState(null, "", address);
    }
  }

  const asked = new URLSearchParams(location.search).get("kind");
  if ([...form.elements.kind.options].some((option) => option.value === asked)) form.elements.kind.value = asked;
  form.addEventListener("input", () => apply(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply(false);
});
