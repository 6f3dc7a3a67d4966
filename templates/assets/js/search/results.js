// The groups of results, each with as many as are asked for, written to the page as they are read.
const SEARCH_FIRST = 10; // of items; half as many of what else there is
const SEARCH_MORE = 20;
const SEARCH_BYTES = 200_000; // so much is read for more than the first of each group
const SEARCH_BYTES_TO_COUNT = 350_000; // and so much of a large index, before a count says “at least”
const SEARCH_BYTES_FOR_NONE = 1_000_000; // and so much, before it is said that none was found yet

// One group: its hits in order, of which `next` is the first not read; `good` those that hold the string.
class SearchGroup {
  constructor(kind, hits, search) {
    Object.assign(this, { kind, hits, search, next: 0, good: [], shown: 0, turn: null });
  }

  get isWhole() { return this.next === this.hits.length; }

  get count() { return this.search.isExact ? this.hits.length : this.good.length; }

  get isCounted() { return this.search.isExact || this.isWhole; }

  // Read on until `count` good ones are known, or more than `limit` bytes, which stretches while there is none;
  // `tell` is called when there are more of them. One reading follows the other, whoever asks.
  read(count, limit, tell) {
    const after = this.turn ? this.turn.catch(() => {}) : Promise.resolve();
    this.turn = after.then(() => this.readOn(count, limit, tell));
    return this.turn;
  }

  async readOn(count, limit, tell) {
    const { index, isStale } = this.search;
    while (this.good.length < count && !this.isWhole && !isStale()) {
      if (index.loaded > (this.good.length ? limit : Math.max(limit, SEARCH_BYTES_FOR_NONE))) return;
      const hits = this.hits.slice(this.next, this.next + Math.min(SEARCH_FIRST, count - this.good.length));
      const read = (await Promise.all(hits.map((hit) => this.search.read(hit)))).filter(Boolean);
      this.next += hits.length;
      this.good.push(...read);
      if (tell && read.length && !isStale()) tell(this);
    }
  }
}

// A search: what is found in one index, group by group. `isStale` tells that another one has begun.
class Search {
  constructor(index, query, { isExact, hits }, isStale) {
    Object.assign(this, { index, query, isExact, hits, isStale, told: new Map() });
    const kinds = [...new Set(hits.map((hit) => hit.kind))];
    this.groups = kinds.map((kind) => new SearchGroup(kind, hits.filter((hit) => hit.kind === kind), this))
      .sort((a, b) => this.order(a) - this.order(b));
  }

  // Lists come last, for they repeat what stands elsewhere; the others by their weightiest.
  order(group) {
    return group.kind === "list" ? 9 : group.hits[0].weight;
  }

  // What a hit says, null where it is none. A page is none where its parts are found in its stead.
  async read(hit) {
    if (!this.told.has(hit)) this.told.set(hit, this.readNow(hit));
    return this.told.get(hit);
  }

  async readNow(hit) {
    const told = await searchRead(this.index, this.query, hit);
    if (told === null) return null;
    for (const part of searchPartsOf(this.hits, hit)) {
      if (await this.read(part)) return null;
    }
    return told;
  }

  // Read the first of each group, then more of each while that is cheap; `tell` is called as groups grow.
  async run(tell) {
    for (const group of this.groups) {
      await group.read(group.kind === "item" ? SEARCH_FIRST : SEARCH_FIRST / 2, this.limit, tell);
    }
    for (const group of this.groups) {
      while (group.good.length < SEARCH_MORE && !group.isWhole && this.index.loaded < SEARCH_BYTES && !this.isStale()) {
        await group.read(group.good.length + 1, SEARCH_BYTES, tell);
      }
    }
  }

  // Read what is not known yet, as far as that is allowed, so that the counts are whole.
  async settle(tell) {
    for (const group of this.isExact ? [] : this.groups) {
      for (let from = -1; from < group.next && !group.isWhole; ) {
        from = group.next;
        await group.read(group.good.length + SEARCH_MORE, this.limit);
      }
      if (!this.isStale()) tell(group);
    }
  }

  get limit() { return this.index.isSmall ? Infinity : SEARCH_BYTES_TO_COUNT; }

  get count() { return this.groups.reduce((sum, group) => sum + group.count, 0); }

  get isCounted() { return this.groups.every((group) => group.isCounted); }
}
