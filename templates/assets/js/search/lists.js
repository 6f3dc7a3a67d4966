// Lists of documents, as `disclosure/publish/search_lists.py` writes them, become sets of bits: a block of 32
// documents is a number, those of items first.
const SEARCH_DIGITS = new Map([..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].map((c, n) => [c, n]));
const SEARCH_MARKS = "#$%&()*+";
const SEARCH_WEIGHTS = [0, 1, 2, 3];

// Where a term stands in a part of the index: for each weight, the documents in which it weighs as much or
// more. `isPrefix`: all terms that begin with it.
function searchSets(index, part, { term, isPrefix }) {
  const sets = SEARCH_WEIGHTS.map(() => new Uint32Array(index.blocks));
  const wanted = ` ${term}`;
  for (let at = part.indexOf(wanted); at >= 0; at = part.indexOf(wanted, at + 1)) {
    let end = at + wanted.length;
    while (!SEARCH_MARKS.includes(part[end])) end += 1;
    if (isPrefix || end === at + wanted.length) searchReadLists(index, part, end, sets);
  }
  for (const weight of [1, 2, 3]) searchEach(sets[weight], sets[weight - 1], (a, b) => a | b);
  return sets;
}

// Change a set by another, number by number.
function searchEach(set, other, change) {
  for (let block = 0; block < set.length; block += 1) set[block] = change(set[block], other[block]);
}

function searchReadLists(index, part, start, sets) {
  let [set, block, gap] = [sets[0], 0, 0];
  for (let at = start; at < part.length && part[at] !== " "; at += 1) {
    const mark = SEARCH_MARKS.indexOf(part[at]);
    const digit = SEARCH_DIGITS.get(part[at]);
    if (mark >= 0) {
      [set, block, gap] = [sets[mark % 4], mark < 4 ? 0 : index.itemBlocks, 0];
    } else if (digit >= 32) {
      gap = gap * 32 + digit - 32;
    } else {
      block += gap;
      gap = 0;
      if (digit >= 0) {
        set[block] |= 1 << digit;
      } else if (part[at] === ".") {
        set[block] = 0xffffffff;
      } else if (part[at] === ",") {
        set[block] |= (1 << SEARCH_DIGITS.get(part[at + 1])) | (1 << SEARCH_DIGITS.get(part[at + 2]));
        at += 2;
      } else {
        for (let n = 0; n < 6; n += 1) set[block] |= SEARCH_DIGITS.get(part[at + 1 + n]) << (6 * n);
        at += 6;
      }
      block += 1;
    }
  }
}

// The numbers of the documents from `first` to before `end` that are in a set but not in `without`.
function searchNumbers(set, without, first, end) {
  const found = [];
  for (let block = first >> 5; block << 5 < end; block += 1) {
    let bits = set[block] & ~(without ? without[block] : 0);
    while (bits) {
      const bit = 31 - Math.clz32(bits & -bits);
      found.push((block << 5) + bit);
      bits &= bits - 1;
    }
  }
  return found.filter((number) => number >= first && number < end);
}
