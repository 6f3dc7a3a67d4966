// A text as nodes: places in <mark>, Chinese in an English page with its language.
const SEARCH_HAN = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\u{20000}-\u{3ffff}]+/gu;

function searchNodes(text, places, lang) {
  const nodes = [];
  let done = 0;
  for (const [start, end] of [...places].sort((a, b) => a[0] - b[0])) {
    if (start < done) continue;
    nodes.push(...searchInLanguage(text.slice(done, start), lang));
    const mark = document.createElement("mark");
    mark.append(...searchInLanguage(text.slice(start, end), lang));
    nodes.push(mark);
    done = end;
  }
  return [...nodes, ...searchInLanguage(text.slice(done), lang)];
}

function searchInLanguage(text, lang) {
  const words = text.replaceAll("\n", " · ");
  if (lang === "zh") return words ? [words] : [];
  const nodes = [];
  let done = 0;
  for (const { 0: run, index: at } of words.matchAll(SEARCH_HAN)) {
    const span = document.createElement("span");
    span.lang = "zh-CN";
    span.textContent = run;
    nodes.push(words.slice(done, at), span);
    done = at + run.length;
  }
  return [...nodes, words.slice(done)];
}
