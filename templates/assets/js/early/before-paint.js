// Before the first paint, so that nothing moves later: parts that need script are shown (base.css), the results of a
// search that the address asks for have their room (parts.css), and the text is as large as the reader chose earlier.
document.documentElement.setAttribute("data-script", "");
document.documentElement.toggleAttribute("data-query", Boolean(new URLSearchParams(location.search).get("q")?.trim()));
try {
  document.documentElement.toggleAttribute("data-large", localStorage.getItem("text-size") === "large");
} catch { /* a browser that keeps nothing shows the standard size */ }
