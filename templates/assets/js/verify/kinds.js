// What a file of the site is, told from its path. `kinds` are pairs of an address and words, both with {gaps}, the
// particular before the general; `names` say what to write for the value of a gap. A {rest} may hold slashes.
function kindOf(path, kinds, names) {
  for (const [address, words] of kinds) {
    const gaps = [];
    const pattern = address.replace(/\{(\w+)\}|[.*+?^$()|[\]\\]/g, (part, gap) => {
      if (!gap) return `\\${part}`;
      gaps.push(gap);
      return gap === "rest" ? "(.+)" : "([^/]+)";
    });
    const found = path.match(new RegExp(`^${pattern}$`));
    if (found) {
      const values = new Map(gaps.map((gap, number) => [gap, found[number + 1]]));
      return words.replace(/\{(\w+)\}/g, (whole, gap) => {
        const value = values.get(gap);
        return (names[gap] && names[gap][value]) || value || whole;
      });
    }
  }
  return path;
}

// Put text into an element; on a page in another language its Chinese is marked as such.
function say(element, text) {
  if (document.documentElement.lang.startsWith("zh")) {
    element.textContent = text;
    return;
  }
  const runs = text.split(/(\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uff60“”‘’·]*)/u);
  element.replaceChildren(...runs.filter(Boolean).map((run) => {
    if (!/^\p{Script=Han}/u.test(run)) return run;
    const span = document.createElement("span");
    span.lang = "zh-CN";
    span.textContent = run;
    return span;
  }));
}
