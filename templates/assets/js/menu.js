// On a phone the menu is one line that scrolls: begin with the entry of this page in sight.
document.addEventListener("DOMContentLoaded", () => {
  const here = document.querySelector(".menu [aria-current]");
  if (here) here.closest("ul").scrollLeft = here.offsetLeft - here.offsetWidth / 2;
});
