// Take away what the list shows: print it, or save it as a table that spreadsheets open.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-filter=list]");
  if (!form) return;
  const words = (part) => (part ? part.textContent.replace(/\s+/g, " ").trim() : "");

  // A spreadsheet must not take a text for a formula; a number keeps its sign.
  const safe = (text) => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s.,%]+$/.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  function fields(row) {
    const [number, title, lead, deadline, state] = row.cells;
    const link = title.querySelector("a");
    const [standing, timeliness] = state.querySelectorAll(".mark");
    const data = row.dataset;
    return [
      words(number), words(link), words(title.querySelector(".category")), words(lead), words(deadline), data.due, data.original,
      words(standing), words(timeliness), data.report, link.href,
    ];
  }

  form.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    if (button.dataset.do === "print") {
      window.print();
      return;
    }
    const table = [button.dataset.columns.split("|"), ...(await form.listed()).map(fields)];
    const text = table.map((line) => line.map((field) => quoted(safe(field || ""))).join(",")).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }));
    link.download = button.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
});
