// On a server a page has one address, that of its folder, whatever led to it.
if (location.protocol !== "file:" && location.pathname.endsWith("/index.html")) {
  history.replaceState(null, "", location.pathname.slice(0, -10) + location.search + location.hash);
}
// Opened from a disk, a link to a folder shows its list of files: lead on to the page inside.
if (location.protocol === "file:") {
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("a[href], link[rel=alternate]")) {
      const href = link.getAttribute("href");
      if (/^[a-z]+:/i.test(href) || href.startsWith("#")) continue;
      const [, path, rest] = href.match(/^([^?#]*)(.*)$/);
      if (path === "" || path.endsWith("/")) link.setAttribute("href", `${path}index.html${rest}`);
    }
  });
}
