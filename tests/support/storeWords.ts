/** Few words, so that they meet: in several scripts, beginnings of one another, and of more terms than one. */
export const WORDS = [
  ..."storm storms stormy sea café Straße strasse e-mail don’t R&D 2026 12:30 Москва москве ﬁne".split(" "),
  ..."東京 東京都 京都 都 ラーメン 서울에서 서울 สวัสดีครับ مُحَمَّد محمد नमस्ते".split(" "),
] as [string, ...string[]];

export const TAGS: [string, ...string[]] = ["world", "são paulo", "東京", "storm"];

export const pick = <Item>(items: readonly [Item, ...Item[]], n: number): Item => items[n % items.length] ?? items[0];

/** The same words for the same number. */
export function wordsOf(n: number, count: number): string {
  let state = n * 2_654_435_761 + count;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return pick(WORDS, state >>> 8);
  }).join(" ");
}

export function tagsOf(n: number): string[] {
  return TAGS.filter((_, i) => (n >> i) % 2 === 1);
}
