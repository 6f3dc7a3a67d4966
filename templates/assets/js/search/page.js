// The page of search: what is typed stands in the address and is looked for as one types; what was found is
// announced, and the focus stays where it is.
document.addEventListener("DOMContentLoaded", () => {
  const box = document.getElementById("results");
  const form = document.querySelector("form.search");
  const status = document.querySelector(".search-status");
  const elsewhere = document.querySelector(".search-elsewhere");
  const lists = document.querySelector(".search-lists");
  const lang = document.documentElement.lang.slice(0, 2);
  const { root, index: own, otherIndex: other, otherHref } = box.dataset;
  const view = new SearchView(box, lang);
  const field = form.elements.q;
  let turn = 0;
  let timer = 0;
  let last = "";

  function write(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  // While results are awaited or shown they have the room of the lists.
  function makeRoom(isNeeded) {
    delete document.documentElement.dataset.query;
    box.classList.toggle("is-open", isNeeded);
    lists.hidden = isNeeded;
  }

  function tell(search, typed) {
    makeRoom(search.count > 0);
    if (search.count === 0) write(view.say(search.isCounted ? "nothing" : "noneYet", 0, typed));
    else write(view.say(search.isCounted ? "found" : "atLeast", search.count, typed));
  }

  // A part that does not come is said; anything else is a fault of ours, for the console.
  function fail(error) {
    if (error.name !== "SearchPartMissing") throw error;
    makeRoom(view.sections.size > 0);
    write(view.say("failed", 0));
  }

  async function lookFor(typed) {
    const mine = (turn += 1);
    const isStale = () => mine !== turn;
    const query = searchQuery(typed);
    elsewhere.classList.add("is-empty");
    if (query.length === 0) {
      view.clear();
      makeRoom(false);
      return write(typed.trim() ? view.say("nothing", 0, typed) : "");
    }
    makeRoom(true);
    box.setAttribute("aria-busy", "true");
    const slow = setTimeout(() => { if (!isStale()) write(view.say("searching", 0)); }, 1000);
    try {
      const index = await searchOpen(root, own);
      index.loaded = 0;
      const search = new Search(index, query, await searchFind(index, query), isStale);
      if (isStale()) return;
      view.clear();
      const show = (group) => view.write(group, more);
      const more = async (group) => {
        box.setAttribute("aria-busy", "true");
        await group.read(group.limit, Infinity).catch(fail);
        if (isStale()) return;
        box.removeAttribute("aria-busy");
        show(group);
        if (group.isWhole || group.good.length >= group.limit) tell(search, typed);
      };
      await search.run(show);
      clearTimeout(slow);
      if (isStale()) return;
      tell(search, typed);
      await search.settle(show);
      if (isStale()) return;
      tell(search, typed);
      await offerOther(typed, query, isStale);
    } catch (error) {
      if (!isStale()) fail(error);
    } finally {
      clearTimeout(slow);
      if (!isStale()) box.removeAttribute("aria-busy");
    }
  }

  // The same string in the other language: how many pages, where the terms alone tell.
  async function offerOther(typed, query, isStale) {
    const { isExact, hits } = await searchFind(await searchOpen(root, other), query);
    if (isStale() || hits.length === 0) return;
    const link = elsewhere.querySelector("a");
    link.href = `${fromDisk(otherHref)}?q=${encodeURIComponent(typed)}`;
    link.textContent = isExact ? view.say("other", hits.length, typed) : view.say("otherSome", 0, typed);
    elsewhere.classList.remove("is-empty");
  }

  function begin() {
    clearTimeout(timer);
    const typed = field.value;
    if (typed.trim() === last) return;
    last = typed.trim();
    const address = new URL(location.href);
    if (last) address.searchParams.set("q", typed);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    lookFor(typed);
  }

  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(begin, 250);
  });
  field.addEventListener("compositionend", () => { timer = setTimeout(begin, 250); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    last = null;
    begin();
  });
  field.value = new URLSearchParams(location.search).get("q")?.slice(0, field.maxLength) ?? field.value;
  begin();
});
