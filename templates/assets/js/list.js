// Filter and sort the list of items in place; the filter stands in the address and as removable chips.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-filter=list]");
  const table = document.getElementById("list");
  if (!form || !table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const chips = form.querySelector(".chips");
  const shown = form.querySelector(".shown");
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const texts = rows.map((row) => fold(row.textContent));

  const wanted = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));

  function chip(name, value) {
    const field = form.elements[name];
    const words = field.options ? field.options[field.selectedIndex].text.replace(/ \(\d+\)$/, "") : value;
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${words} ×`;
    button.setAttribute("aria-label", `${form.dataset.remove} ${words}`);
    button.addEventListener("click", () => { field.value = ""; apply(true); field.focus(); });
    item.append(button);
    return item;
  }

  function apply(isChange) {
    const want = wanted();
    const query = want.q ? fold(want.q) : "";
    let count = 0;
    rows.forEach((row, number) => {
      const fits = ["state", "timeliness", "category"].every((key) => !want[key] || row.dataset[key] === want[key])
        && texts[number].includes(query);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    chips.replaceChildren(...Object.entries(want).map(([name, value]) => chip(name, value)));
    const isFiltered = Object.keys(want).length > 0;
    shown.textContent = isFiltered ? (count ? form.dataset.shown.replace("{n}", count) : form.dataset.empty) : "";
    if (isChange) {
      const address = new URL(location.href);
      address.search = new URLSearchParams(want).toString();
      history.replaceState(null, "", address);
    }
  }

  const keys = [
    (row) => Number(row.dataset.number), (row) => row.cells[1].textContent.trim(), (row) => row.cells[2].textContent.trim(),
    (row) => row.dataset.due || "9999", (row) => row.dataset.state + row.dataset.timeliness, (row) => row.dataset.report || "0000",
  ];

  function sortBy(column, heading) {
    const isUp = heading.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    heading.setAttribute("aria-sort", isUp ? "ascending" : "descending");
    const key = keys[column];
    const compare = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
    const ordered = [...rows].sort((a, b) => (isUp ? 1 : -1) * compare(key(a), key(b)));
    body.append(...ordered);
  }

  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sortBy(column, heading));
    heading.append(button);
    heading.setAttribute("aria-sort", "none");
  });

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name];
    if (field && "value" in field) field.value = value;
  }
  form.addEventListener("input", () => apply(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => apply(true)));
  form.hidden = false;
  form.querySelector("details").open = Boolean(location.search) || matchMedia("(min-width: 48rem)").matches;
  apply(false);
});
