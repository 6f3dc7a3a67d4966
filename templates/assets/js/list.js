// Filter and sort the list of items in place. What is chosen stands in the address and as removable chips; a list of
// several pages is brought together when something is first chosen. `form.listed()` gives the lines that fit.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-filter=list]");
  const table = document.getElementById("list");
  if (!form || !table) return;
  const BATCH = 500;
  const body = table.tBodies[0];
  const pages = document.querySelector(".pages");
  const more = document.querySelector(".more-rows");
  const own = [...body.rows];
  const order = { column: null, isUp: true };
  let lines = null;
  let isPartial = false;
  let length = BATCH;
  const { fold, wanted, tell } = filterForm(form, () => { length = BATCH; apply(); });

  const line = (row) => ({ row, text: fold(row.textContent) });

  // The lines of all pages, in order; those that cannot be loaded (from a disk, or offline) are left out and said so.
  async function gather() {
    if (lines) return;
    const links = pages ? [...pages.querySelectorAll("a")] : [];
    const found = await Promise.all(links.map((link) => (link.getAttribute("aria-current") ? own : load(link.href))));
    isPartial = found.includes(null);
    lines = (links.length ? found.filter(Boolean).flat() : own).map(line);
    lines.forEach((entry, number) => { entry.number = number; });
  }

  async function load(address) {
    try {
      const answer = await fetch(address);
      if (!answer.ok) return null;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const rows = [...page.querySelectorAll("#list tbody tr")];
      for (const link of page.querySelectorAll("#list a")) link.href = new URL(link.getAttribute("href"), address).href;
      rows.forEach((row) => document.dispatchEvent(new CustomEvent("flags", { detail: row })));
      return rows;
    } catch {
      return null;
    }
  }

  function fits(entry, want) {
    return want.every(([name, value]) => (name === "q"
      ? entry.text.includes(fold(value))
      : name === "year" ? (entry.row.dataset.due || "").startsWith(value)
        : (entry.row.dataset[name] || "").split(" ").includes(value)));
  }

  const keys = [
    (entry) => entry.number, ({ row }) => row.cells[1].textContent.trim(), ({ row }) => row.cells[2].textContent.trim(),
    ({ row }) => row.dataset.due || "9999", ({ row }) => row.cells[4].textContent.trim(), ({ row }) => row.dataset.report || "",
  ];
  const collator = new Intl.Collator(document.documentElement.lang);

  function sorted(found) {
    if (order.column === null) return found;
    const key = keys[order.column];
    const compare = (a, b) => (typeof a.key === "number" ? a.key - b.key : collator.compare(a.key, b.key));
    const keyed = found.map((entry) => ({ entry, key: key(entry) })).sort(compare).map(({ entry }) => entry);
    return order.isUp ? keyed : keyed.reverse();
  }

  form.listed = async () => {
    await gather();
    const want = wanted();
    return sorted(lines.filter((entry) => fits(entry, want))).map(({ row }) => row);
  };

  async function apply() {
    const want = wanted();
    const isFiltered = want.length > 0;
    const isWhole = !isFiltered && order.column === null;
    const matches = isWhole ? own : await form.listed();
    const rows = isWhole ? own : matches.slice(0, length);
    body.replaceChildren(...rows);
    if (pages) pages.hidden = !isWhole;
    more.hidden = rows.length === matches.length;
    tell(want, matches.length, isPartial ? ` ${form.dataset.partial}` : "");
  }

  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => {
      order.isUp = order.column === column ? !order.isUp : true;
      order.column = column;
      for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
      heading.setAttribute("aria-sort", order.isUp ? "ascending" : "descending");
      apply();
    });
    heading.append(button);
    heading.setAttribute("aria-sort", "none");
  });

  more.querySelector("button").addEventListener("click", () => { length += BATCH; apply(); });
  if (wanted().length > 0) apply();
});
