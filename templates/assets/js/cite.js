// A citation names the day on which the page was read: the reader's today, in the form of its language.
document.addEventListener("DOMContentLoaded", () => {
  const now = new Date();
  const iso = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const isEnglish = document.documentElement.lang === "en";
  const words = isEnglish ? now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }) : iso;
  for (const place of document.querySelectorAll("[data-today]")) place.textContent = words;
});
