// A button beside every line that is there to be copied: `data-copy` is its word.
document.addEventListener("DOMContentLoaded", () => {
  for (const line of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.textContent = line.dataset.copy;
    said.setAttribute("role", "status");
    said.className = "muted";
    line.after(button, " ", said);
    button.addEventListener("click", async () => {
      // The clipboard is closed to pages without https: then the line is selected, and keys can copy it.
      const isCopied = navigator.clipboard
        ? await navigator.clipboard.writeText(line.textContent.trim()).then(() => true, () => false)
        : false;
      said.textContent = isCopied ? line.dataset.done : line.dataset.chosen;
      if (!isCopied) getSelection().selectAllChildren(line);
    });
  }
});
