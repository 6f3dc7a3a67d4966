// Which pages can hold a typed string, the weightiest first. Where its terms decide alone (`isExact`) these are
// the pages; else their texts have the last word (passages.js).

// For each part of a query, the documents with all its terms, by weight.
async function searchDocuments(index, query) {
  return Promise.all(query.map((part) => searchAll(index, part.terms)));
}

async function searchAll(index, terms) {
  const found = await Promise.all(terms.map(async (wanted) => {
    const lists = await index.part(searchPartOf(wanted.term, index.terms.length));
    return searchSets(index, lists, wanted);
  }));
  return found.reduce((all, sets) => {
    SEARCH_WEIGHTS.forEach((weight) => searchEach(all[weight], sets[weight], (a, b) => a & b));
    return all;
  });
}

// The hits of a query: pages of items by their document, other pages and parts of pages by their entry.
async function searchFind(index, query) {
  const likely = query.flatMap((part) => part.likely);
  const [parts, first] = await Promise.all([searchDocuments(index, query), likely.length ? searchAll(index, likely) : null]);
  const isExact = query.every((part) => part.isExact);
  const hits = [...searchItems(index, parts, first), ...searchEntries(index, parts)];
  return { isExact, hits: isExact ? hits.filter((hit) => !searchPartsOf(hits, hit).length) : hits };
}

function searchItems(index, parts, first) {
  const sets = SEARCH_WEIGHTS.map((weight) => {
    const all = parts[0][weight].slice();
    parts.slice(1).forEach((part) => searchEach(all, part[weight], (a, b) => a & b));
    return all;
  });
  const isLikely = (hit) => !first || (first[3][hit.document >> 5] >>> (hit.document & 31)) & 1;
  return sets.flatMap((set, weight) => {
    const found = searchNumbers(set, sets[weight - 1], 0, index.items).map((document) => ({ kind: "item", weight, document }));
    return [...found.filter(isLikely), ...found.filter((hit) => !isLikely(hit))];
  });
}

// A page is found where each part of the query stands in one of its pieces. `pieces` are, for each part,
// the documents that may hold it.
function searchEntries(index, parts) {
  const offset = index.itemBlocks * 32;
  return index.entries.flatMap(([kind, address, title, note, place, first, end]) => {
    const [from, to] = [first + offset, end + offset];
    const pieces = parts.map((sets) => searchNumbers(sets[3], null, from, to));
    if (pieces.some((numbers) => numbers.length === 0)) return [];
    const weights = parts.map((sets) => sets.findIndex((set) => searchNumbers(set, null, from, to).length));
    const numbers = pieces.map((found) => found.map((number) => number - offset));
    return [{ kind, weight: Math.max(...weights), address, title, note, place, pieces: numbers }];
  }).sort((a, b) => a.weight - b.weight);
}

// The hits that are parts of the page of another: they are told in its stead.
function searchPartsOf(hits, whole) {
  if (!whole.address || whole.address.includes("#")) return [];
  return hits.filter((hit) => hit.address && hit.address.startsWith(`${whole.address}#`));
}
