import fc from "fast-check";
import { expect, test } from "vitest";
import { textDiff, type DiffBlock } from "../../../lib/view/textDiff.ts";

type Block = { text: string };

const blocks = (...texts: string[]): Block[] => texts.map((text) => ({ text }));

/** As people write it: [-taken out-]{+put in+}. */
const written = (diff: DiffBlock<Block>[]): string[] =>
  diff.map(({ pieces }) =>
    pieces
      .map(({ change, text }) => (change === "same" ? text : change === "out" ? `[-${text}-]` : `{+${text}+}`))
      .join(""),
  );

const compare = (before: string[], after: string[]) => written([...textDiff(blocks(...before), blocks(...after))]);

/** The texts that a comparison was made of. */
function textsOf(diff: DiffBlock<Block>[], absent: "in" | "out"): string[] {
  const texts = diff.map(({ pieces }) =>
    pieces
      .filter(({ change }) => change !== absent)
      .map(({ text }) => text)
      .join(""),
  );
  return texts.filter((text) => text !== "");
}

test("equal texts have no change", () => {
  expect(compare(["One", "Two"], ["One", "Two"])).toEqual(["One", "Two"]);
});

test("words that changed are found within their paragraph, what stands around it stays whole", () => {
  expect(
    compare(["First.", "It cost ten million euros.", "Last."], ["First.", "It cost twelve million euros.", "Last."]),
  ).toEqual(["First.", "It cost [-ten-]{+twelve+} million euros.", "Last."]);
});

test("a new paragraph and one that went stand where they stood", () => {
  expect(
    compare(["One is here.", "Two went away.", "Three stays."], ["One is here.", "Three stays.", "Four came."]),
  ).toEqual(["One is here.", "[-Two went away.-]", "Three stays.", "{+Four came.+}"]);
});

test("a paragraph finds what became of it, though its beginning changed and another one came before it", () => {
  const before = ["The minister said on Monday that the bridge would be closed until further notice."];
  const after = [
    "A statement followed.",
    "On Tuesday the minister said that the bridge would be closed until further notice.",
  ];
  expect(compare(before, after)).toEqual([
    "{+A statement followed.+}",
    "[-The-]{+On Tuesday the+} minister said[- on Monday-] that the bridge would be closed until further notice.",
  ]);
});

test("two texts that share only small words stand one after the other", () => {
  expect(compare(["The cat sat on the mat by the door."], ["A storm took the roof off a house in the north."])).toEqual(
    ["[-The cat sat on the mat by the door.-]", "{+A storm took the roof off a house in the north.+}"],
  );
});

test("a word that stayed by chance does not tear a long change apart", () => {
  const before = "We learned that every single committee member of the council had voted against, and we regret this.";
  const after = "We learned that nobody of note was present, and we regret this.";
  expect(compare([before], [after])).toEqual([
    "We learned that [-every single committee member of the council had voted against-]{+nobody of note was present+}, and we regret this.",
  ]);
});

test("of a script without spaces single words are found", () => {
  expect(compare(["東京で大きな会議が開かれました。"], ["大阪で大きな会議が開かれました。"])).toEqual([
    "[-東京-]{+大阪+}で大きな会議が開かれました。",
  ]);
});

test("numbers with separators and words with apostrophes are one word each", () => {
  expect(compare(["It wasn’t 1,200 people at all."], ["It isn’t 1,300 people at all."])).toEqual([
    "It [-wasn’t 1,200-]{+isn’t 1,300+} people at all.",
  ]);
});

const word = fc.constantFrom(
  "the",
  "a",
  "bridge",
  "minister",
  "said",
  "東京で会議",
  "1,200",
  "isn’t",
  "—",
  "x",
  "closed",
  "👩‍🚀",
);
const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));
const anyBlocks = fc.array(text, { maxLength: 12 }).map((texts) => blocks(...texts));

/** The same text after some changes. */
const edited = anyBlocks.chain((before) =>
  fc.record({
    before: fc.constant(before),
    after: fc
      .tuple(...before.map(({ text }) => fc.oneof({ weight: 3, arbitrary: fc.constant([text]) }, edit(text))))
      .map((texts) => blocks(...texts.flat())),
  }),
);

function edit(text: string): fc.Arbitrary<string[]> {
  const words = text.split(" ");
  const at = fc.nat(words.length - 1);
  return fc.oneof(
    fc.constant<string[]>([]),
    fc.tuple(at, word).map(([i, put]) => [words.toSpliced(i, 1, put).join(" ")]),
    fc.tuple(at, word).map(([i, put]) => [words.toSpliced(i, 0, put).join(" ")]),
    at.map((i) => [words.slice(0, i).join(" "), words.slice(i).join(" ")].filter((part) => part !== "")),
  );
}

/** Without what was put in it is the earlier text, without what was taken out the later one. */
function expectWhole(before: Block[], after: Block[]): void {
  const diff = [...textDiff(before, after)];
  expect(textsOf(diff, "in")).toEqual(before.map(({ text }) => text));
  expect(textsOf(diff, "out")).toEqual(after.map(({ text }) => text));
}

test("of any two texts nothing is lost and nothing made up", () => {
  fc.assert(fc.property(anyBlocks, anyBlocks, expectWhole));
}, 30_000);

test("nor of a text and what some changes made of it", () => {
  fc.assert(fc.property(edited, ({ before, after }) => expectWhole(before, after)));
}, 30_000);

test("nor of two blocks of any characters at all", () => {
  const any = fc.string({ unit: "binary", minLength: 1 });
  fc.assert(fc.property(any, any, (a, b) => expectWhole(blocks(a), blocks(b))));
}, 30_000);

test("a text compared with itself has no change, whatever it is", () => {
  fc.assert(
    fc.property(anyBlocks, (same) => {
      expect([...textDiff(same, same)].every(({ pieces }) => pieces.every(({ change }) => change === "same"))).toBe(
        true,
      );
    }),
  );
});

/** A megabyte of words, as one goes over it with `change`. */
function megabyte(blockWords: number, change: (word: string, n: number) => string): Block[] {
  const words = Array.from({ length: 170_000 }, (_, n) => change(`w${(n * 7919) % 5003}`, n));
  const count = Math.ceil(words.length / blockWords);
  return Array.from({ length: count }, (_, i) => ({
    text: words.slice(i * blockWords, (i + 1) * blockWords).join(" "),
  }));
}

test("a block of very many words that stand in it once is compared", () => {
  const words = Array.from({ length: 200_000 }, (_, n) => `w${n}`);
  const after = words.with(0, "first").with(100_000, "middle").with(199_999, "last");
  const [found] = textDiff(blocks(words.join(" ")), blocks(after.join(" ")));
  expect(found?.pieces.filter(({ change }) => change === "in").map(({ text }) => text)).toEqual([
    "first",
    "middle",
    "last",
  ]);
}, 60_000);

/** Some tenths of a second where nothing else runs. */
const WITHIN_MS = 10_000;

test.each([
  { what: "a word in the middle", change: (word: string, n: number) => (n === 85_000 ? "other" : word) },
  { what: "every fifth word", change: (word: string, n: number) => (n % 5 === 0 ? "other" : word) },
  { what: "every second word", change: (word: string, n: number) => (n % 2 === 0 ? `v${n}` : word) },
  { what: "every word", change: (_: string, n: number) => `v${n % 4000}` },
  { what: "the order", change: (_: string, n: number) => `w${(n * 3571) % 4999}` },
])(
  "a megabyte of which $what changed is compared in bounded time, and whole",
  ({ change }) => {
    for (const blockWords of [8, 100, 170_000]) {
      const [before, after] = [megabyte(blockWords, (word) => word), megabyte(blockWords, change)];
      const started = performance.now();
      const diff = [...textDiff(before, after)];
      const took = performance.now() - started;
      expect(took).toBeLessThan(WITHIN_MS);
      expect(textsOf(diff, "in").join("\n")).toBe(before.map(({ text }) => text).join("\n"));
      expect(textsOf(diff, "out").join("\n")).toBe(after.map(({ text }) => text).join("\n"));
    }
  },
  60_000,
);
