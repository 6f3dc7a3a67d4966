// Results as elements. All words stand in the page; text becomes text nodes, never markup.
class SearchView {
  constructor(box, lang) {
    Object.assign(this, { box, lang, words: box.dataset, sections: new Map() });
  }

  say(name, count, query = "") {
    const word = this.words[count === 1 && `${name}One` in this.words ? `${name}One` : name];
    return word.replace("{n}", count).replace("{query}", () => query);
  }

  clear() {
    this.sections.clear();
    this.box.replaceChildren();
  }

  // Write a group, or what was added to it. `more` is called when its button is pressed.
  write(group, more) {
    if (group.good.length === 0 && group.isWhole) return;
    const section = this.sections.get(group.kind) ?? this.begin(group);
    const count = group.isCounted ? group.count : group.count && this.say("atLeastShort", group.count);
    section.querySelector(".count").textContent = count || "";
    const list = section.querySelector("ol");
    const limit = group.limit ?? SEARCH_MORE;
    for (; group.shown < Math.min(group.good.length, limit); group.shown += 1) {
      list.append(this.result(group.good[group.shown], group.search.query));
    }
    const button = section.querySelector("button");
    button.textContent = group.good.length ? this.say("more", SEARCH_MORE) : this.words.goOn;
    button.hidden = group.isWhole && group.shown === group.good.length;
    button.onclick = () => this.extend(group, list, more);
  }

  begin(group) {
    const section = document.createElement("section");
    const id = `results-${group.kind}`;
    section.className = "result-group";
    section.setAttribute("aria-labelledby", id);
    const heading = this.element("h2", this.words[`kind${group.kind[0].toUpperCase()}${group.kind.slice(1)}`], " ");
    heading.id = id;
    heading.append(this.element("span", ""));
    heading.lastChild.className = "count";
    const list = document.createElement("ol");
    list.className = "results";
    const button = this.element("button");
    button.type = "button";
    button.setAttribute("aria-describedby", id);
    section.append(heading, list, button);
    this.sections.set(group.kind, section);
    const order = group.search.groups.filter((other) => this.sections.has(other.kind));
    this.box.append(...order.map((other) => this.sections.get(other.kind)));
    return section;
  }

  // Show more of a group, and lead on from the first of what is new.
  async extend(group, list, more) {
    const from = group.shown;
    group.limit = Math.max(group.limit ?? SEARCH_MORE, from) + SEARCH_MORE;
    await more(group);
    list.children[from]?.querySelector("a").focus();
    if (group.good.length === 0) this.sections.get(group.kind).remove();
  }

  result(told, query) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = fromDisk(`${this.words.up}${told.address}`);
    link.append(...this.marked(told.title, query));
    item.append(link);
    const notes = [told.note, told.place].filter(Boolean).join(" · ");
    if (notes) {
      const note = this.element("p");
      note.className = "muted";
      note.append(...this.marked(notes, query));
      item.append(note);
    }
    if (told.passage) {
      const { text, places, before, after } = told.passage;
      item.append(this.element("p", before, ...searchNodes(text, places, this.lang), after));
      item.lastChild.className = "passage";
    }
    return item;
  }

  marked(text, query) {
    return searchNodes(text, query.flatMap((part) => searchPlaces(part, text)), this.lang);
  }

  element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }
}
