// Filter the entries of the ledger on this page, in place; what is chosen stands in the address and as removable chips.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-filter=changes]");
  const list = document.querySelector("[data-changes]");
  if (!form || !list) return;
  const { fold, wanted, tell } = filterForm(form, apply);
  const entries = [...list.querySelectorAll("[data-kind]")].map((row) => ({ row, text: fold(row.textContent) }));
  const fits = (entry, want) => want.every(([name, value]) => (name === "q"
    ? entry.text.includes(fold(value))
    : entry.row.dataset[name] === value));

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
    tell(want, count);
  }

  if (wanted().length > 0) apply();
});
