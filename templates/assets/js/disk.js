// On a server a page has one address, that of its folder, whatever led to it.
if (location.protocol !== "file:" && location.pathname.endsWith("/index.html")) {
  history.replaceState(null, "", location.pathname.slice(0, -10) + location.search + location.hash);
}
// Opened from a disk, a link to a folder shows its list of files: lead on to the page inside.
function fromDisk(href) {
  if (location.protocol !== "file:" || /^[a-z]+:/i.test(href) || href.startsWith("#")) return href;
  const [, path, rest] = href.match(/^([^?#]*)(.*)$/);
  return path === "" || path.endsWith("/") ? `${path}index.html${rest}` : href;
}
if (location.protocol === "file:") {
  document.addEventListener("DOMContentLoaded", () => {
    for (const [selector, name] of [["a[href], link[rel=alternate]", "href"], ["form[action]", "action"]]) {
      for (const element of document.querySelectorAll(selector)) {
        element.setAttribute(name, fromDisk(element.getAttribute(name)));
      }
    }
  });
}
