// Flags that stay true after the build: how far the last day is, by the reader's own day in the site's time zone. Runs
// only where the page says that its day is the clock's; elsewhere the flags are those of the day of the data.
document.addEventListener("DOMContentLoaded", () => {
  const facts = document.getElementById("live");
  if (!facts) return;
  const { zone, asOf, soon, staleAfter } = facts.dataset;
  const DAY = 86400000;
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const found = Object.fromEntries(parts.formatToParts(new Date()).map(({ type, value }) => [type, value]));
  const here = `${found.year}-${found.month}-${found.day}`;
  const today = here > asOf ? here : asOf;
  const daysTo = (day) => Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  const words = (name, count) => {
    const forms = facts.content.querySelector(`[data-words=${name}]`).dataset;
    return (count === 1 ? forms.one : forms.other).replace("{n}", count);
  };

  function restate(flag) {
    const left = daysTo(flag.dataset.lastDay);
    const timeliness = left < 0 ? "overdue" : left <= Number(soon) ? "due_soon" : "not_due";
    const mark = facts.content.querySelector(`.time-${timeliness}`).cloneNode(true);
    const count = document.createElement("span");
    count.className = "days";
    count.textContent = left < 0 ? words("over", -left) : left === 0 ? words("last", 0) : words("left", left);
    flag.replaceChildren(mark, ...(timeliness === "not_due" ? [] : [" ", count]));
    const line = flag.closest("tr[data-timeliness]");
    if (line) line.dataset.timeliness = timeliness;
  }

  const restateIn = (root) => root.querySelectorAll("[data-last-day]").forEach(restate);

  for (const notice of document.querySelectorAll("[data-notice-to]")) {
    const left = daysTo(notice.dataset.noticeTo);
    notice.textContent = left < 0 ? words("ended", 0) : left === 0 ? words("last", 0) : words("left", left);
  }
  if (staleAfter && today > staleAfter) {
    document.querySelector("main").before(facts.content.querySelector(".stale").cloneNode(true));
  }
  document.addEventListener("flags", (event) => restateIn(event.detail));
  restateIn(document);
});
