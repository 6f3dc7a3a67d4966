// What a page says of a typed string: whether it holds it, and the passage, with every place marked.

// The places of a part of a query in a text: (from, to), in the text as it is written.
function searchPlaces(part, text) {
  if (searchFold(text).indexOf(part.text) < 0) return [];
  let folded = "";
  const origins = [];
  let origin = 0;
  for (const character of text) {
    const form = searchFoldCharacter(character);
    for (let n = 0; n < form.length; n += 1) origins.push([origin, origin + character.length]);
    folded += form;
    origin += character.length;
  }
  const found = [];
  for (let at = folded.indexOf(part.text); at >= 0; at = folded.indexOf(part.text, at + part.text.length)) {
    const last = at + part.text.length - 1;
    if (!part.isWord || searchBegins(folded, at, origins)) found.push([origins[at][0], origins[last][1]]);
  }
  return found;
}

// Whether a word begins here: after white space, a mark, or letters where it has digits.
function searchBegins(folded, at, origins) {
  if (at === 0 || origins[at][0] > origins[at - 1][1]) return true;
  const isLetter = (character) => SEARCH_LETTER.test(character);
  const isDigit = (character) => /[0-9]/.test(character);
  const [before, here] = [folded[at - 1], folded[at]];
  return !isLetter(before) || !isLetter(here) || isDigit(before) !== isDigit(here);
}

// Load what a hit is about. Null where its text does not hold the string after all. What the terms decide
// alone is not asked again: a number or a unit may be told by the index only.
async function searchRead(index, query, hit) {
  if (hit.kind === "item") {
    const [address, title, note, place, text] = await index.text(index.itemFiles, hit.document);
    return searchTold({ address, title, note, place }, query, query.map((part) => searchTaken(part, text)));
  }
  const taken = await Promise.all(query.map((part, n) => searchFirstPiece(index, part, hit.pieces[n])));
  return searchTold(hit, query, taken);
}

// The text in which a part of a query stands, with its places; null where it does not.
function searchTaken(part, text) {
  const places = searchPlaces(part, text);
  return places.length || part.isExact ? { text, places } : null;
}

// The first piece of a page that holds a part of the query, null where none does.
async function searchFirstPiece(index, part, pieces) {
  let trusted = null;
  for (const piece of pieces) {
    const [text] = await index.text(index.otherFiles, piece);
    const taken = searchTaken(part, text);
    if (taken && taken.places.length) return taken;
    trusted ??= taken;
  }
  return trusted;
}

function searchTold({ address, title, note, place }, query, taken) {
  if (taken.includes(null)) return null;
  const { text } = taken[0];
  const places = taken.flatMap((part, n) => (part.text === text ? part.places : searchPlaces(query[n], text)));
  return { address, title, note, place, passage: searchPassage(text, places, title) };
}

// The line with the most places that says more than the title, with what follows where it is short; the
// first long line where only the title holds the string. {text, places, before, after}, or null.
function searchPassage(text, places, title) {
  let best = null;
  let from = 0;
  for (const line of text.split("\n")) {
    const to = from + line.length;
    const inside = places.filter(([start]) => start >= from && start < to);
    const kinds = new Set(inside.map(([a, b]) => searchFold(text.slice(a, b)))).size;
    const worth = line === title ? 0 : kinds * 100 + Math.min(line.length, 60);
    if (worth > (best?.worth ?? 0) && (kinds || (!best && line.length > 30))) best = { worth, from, to, inside };
    from = to + 1;
  }
  return best && searchCut(text, best, places);
}

function searchCut(text, { from, to, inside }, places) {
  const isDense = SEARCH_WIDE.test(text.slice(from, to));
  const [least, most] = isDense ? [24, 110] : [60, 240];
  const lineEnd = (at) => (text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at));
  const [place, needed] = inside[0] ?? [from, from];
  let [start, end] = [from, lineEnd(Math.max(to, needed))];
  while (end - start < least && end < text.length) end = lineEnd(end + 1);
  if (end - start > most) {
    start = Math.max(start, Math.min(place - Math.floor(most / 4), end - most));
    end = Math.min(end, Math.max(start + most, needed));
    // English is cut between words.
    if (!isDense && start > from) start = text.indexOf(" ", start) + 1 || start;
    if (!isDense && end < to) end = Math.max(needed, text.lastIndexOf(" ", end));
  }
  const kept = places.filter(([a, b]) => a >= start && b <= end).map(([a, b]) => [a - start, b - start]);
  const isOpen = end < text.length && text[end] !== "\n";
  return { text: text.slice(start, end), places: kept, before: start > from ? "…" : "", after: isOpen ? "…" : "" };
}
