// A typed string taken apart into what the index knows, as `disclosure/publish/search_terms.py` does it:
// pairs of neighbours of which one is Chinese, and words of letters or of digits.
const SEARCH_WIDE = /[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const SEARCH_LETTER = /[0-9a-z\u00df-\u02af\u0370-\u1fff]/;
const SEARCH_WORD = /[a-z\u00df-\u02af\u0370-\u1fff]+|[0-9]+/g;
const SEARCH_BRACKETS = new Map([..."〔〖【[{｛［（"].map((mark) => [mark, "("])
  .concat([..."〕〗】]}｝］）"].map((mark) => [mark, ")"]), [..."“”„「」『』＂"].map((mark) => [mark, '"']),
    [..."‘’＇"].map((mark) => [mark, "'"]), [..."–—−－‐‑"].map((mark) => [mark, "-"])));
const searchFolds = new Map();

// One form of a character: half width, lower case, one kind of brackets, quotes and dashes; nothing of
// white space.
function searchFoldCharacter(character) {
  if (!searchFolds.has(character)) {
    const form = SEARCH_BRACKETS.get(character) ?? character.normalize("NFKC").toLowerCase();
    searchFolds.set(character, form.replace(/[\s\u200b-\u200d\ufeff]/g, ""));
  }
  return searchFolds.get(character);
}

function searchFold(text) {
  let folded = "";
  for (const character of text) folded += searchFoldCharacter(character);
  return folded;
}

// What a typed string asks for: its parts between white space, each with the terms that every page with
// the part has. `isExact`: the terms alone decide. `isWord`: it begins where a word begins. `likely`: a word or
// number before Chinese may be the end of a longer one, but pages that have it as it is come first.
function searchQuery(typed) {
  return typed.split(/\s+/).map(searchFold).filter(Boolean).map((text) => {
    const isWord = !SEARCH_WIDE.test(text);
    const pairs = searchPairs([...text]);
    const words = searchWords(text).filter((word) => isWord || word.at > 0);
    const wanted = [...searchSpread(pairs, 8), ...words.sort((a, b) => b.term.length - a.term.length).slice(0, 8)];
    const isExact = wanted.length === 1 && wanted[0].term === text;
    const [first] = isWord ? [] : text.match(SEARCH_WORD) ?? [];
    const likely = first && text.startsWith(first) ? [{ term: first, isPrefix: false }] : [];
    return { text, isWord, isExact, terms: wanted, likely };
  }).filter((part) => part.terms.length);
}

function searchPairs(characters) {
  const found = [];
  characters.forEach((character, at) => {
    const next = characters[at + 1] ?? "";
    const [isWide, isNextWide] = [SEARCH_WIDE.test(character), SEARCH_WIDE.test(next)];
    const isKnown = character.length === 1 && next.length === 1;
    if (isKnown && ((isWide && (isNextWide || SEARCH_LETTER.test(next))) || (isNextWide && SEARCH_LETTER.test(character)))) {
      found.push({ term: character + next, isPrefix: false });
    } else if (isWide && !found.some((pair) => pair.term.includes(character))) {
      found.push({ term: character, isPrefix: true });
    }
  });
  return found;
}

// A word at the end may go on. One letter or digit at the end may, too, but no part of the index knows all
// that begins with it: it is left to the texts, and stands for itself where it is all that was typed.
function searchWords(text) {
  const found = [...text.matchAll(SEARCH_WORD)].map((match) => {
    const [term, isLast] = [match[0], match.index + match[0].length === text.length];
    return { term, at: match.index, isPrefix: isLast && term.length > 1 };
  });
  const isLone = (word) => word.term.length === 1 && word.at + 1 === text.length;
  return text.length > 1 ? found.filter((word) => !isLone(word)) : found;
}

// At most `count` of the terms, evenly spread: enough to choose pages by.
function searchSpread(terms, count) {
  if (terms.length <= count) return terms;
  return Array.from({ length: count }, (_, n) => terms[Math.floor((n * (terms.length - 1)) / (count - 1))]);
}

// The part of the index that holds a term.
function searchPartOf(term, count) {
  const [first, second] = [term.codePointAt(0), term.length > 1 ? term.charCodeAt(1) : 0];
  if (first >= 0x2e80) return first % count;
  return second >= 0x2e80 ? second % count : (31 * first + second) % count;
}
