// The large-text mode: chosen once, kept on every page of this site in this browser.
document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector("[data-text-size]");
  if (!button) return;
  const root = document.documentElement;

  function show(isLarge) {
    root.toggleAttribute("data-large", isLarge);
    button.setAttribute("aria-pressed", String(isLarge));
  }

  button.addEventListener("click", () => {
    const isLarge = !root.hasAttribute("data-large");
    show(isLarge);
    try {
      localStorage.setItem("text-size", isLarge ? "large" : "standard");
    } catch { /* a browser that keeps nothing still shows this page large */ }
  });
  show(root.hasAttribute("data-large"));
});
