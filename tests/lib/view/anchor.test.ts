import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ABOVE, beginningOf, findBlock, nextIn, passedIn } from "../../../lib/view/anchor.ts";

const PARAGRAPHS = [
  "The council met on Tuesday to decide about the bridge.",
  "Nobody had expected so many people in the gallery.",
  "A vote was called at nine in the evening, after four hours.",
  "It ended with a majority of one.",
  "The works are to begin in spring.",
];

const found = (anchor: { block: number; words: string }, texts: string[]) =>
  findBlock({ ...anchor, words: beginningOf(anchor.words) }, texts);
const anchorOf = (block: number, texts = PARAGRAPHS) => ({ block, words: texts[block] ?? "" });

describe("a block is found again", () => {
  test("in the same text, under its number", () => {
    expect(PARAGRAPHS.map((_, i) => found(anchorOf(i), PARAGRAPHS))).toEqual([0, 1, 2, 3, 4]);
  });

  test("behind paragraphs that were put before it, and before those that were taken away", () => {
    expect(found(anchorOf(2), ["Updated.", "More soon.", ...PARAGRAPHS])).toBe(4);
    expect(found(anchorOf(2), PARAGRAPHS.slice(1))).toBe(1);
  });

  test("with some of its words changed, its first one too", () => {
    const edited = PARAGRAPHS.with(2, "One vote was called at ten in the evening, after five hours.");
    expect(found(anchorOf(2), edited)).toBe(2);
    expect(found(anchorOf(2), ["Updated.", ...edited])).toBe(3);
  });

  test("by what came next in it, when its beginning is another", () => {
    const anchor = { ...anchorOf(2), next: "after four hours." };
    expect(found(anchor, ["x", "y", "z", "w", "The mayor called a vote, after four hours."])).toBe(4);
  });

  test("whatever became of its quotation marks, its capitals and the spaces in it", () => {
    expect(found({ block: 0, words: "“The council”  met" }, ["Intro", 'the "Council" met'])).toBe(1);
  });

  test("of two that begin alike the one nearest to its old number", () => {
    const refrain = ["Sing.", "a", "Sing.", "b", "Sing."];
    expect(found(anchorOf(2, refrain), refrain)).toBe(2);
    expect(found(anchorOf(4, refrain), ["x", ...refrain])).toBe(5);
  });

  test("by its number where its words are gone", () => {
    expect(found(anchorOf(3), PARAGRAPHS.with(3, "Entirely other things."))).toBe(3);
  });

  test("a picture by the nearest picture", () => {
    expect(found({ block: 1, words: "" }, ["a text", "one more", ""])).toBe(2);
  });

  test("what stands above the text is always there", () => {
    expect(found({ block: ABOVE, words: "" }, [])).toBe(ABOVE);
  });
});

test("where the text has become too short for it, nothing but the share of the whole is left", () => {
  expect(found({ block: 7, words: "Gone from here" }, PARAGRAPHS)).toBeNull();
  expect(found({ block: 0, words: "Gone" }, [])).toBeNull();
});

describe("how much of a block has passed", () => {
  const text = "One vote was called at ten. One vote was called at eleven, and one more after that.";
  const at = 0.5;
  const anchor = { passed: at, next: nextIn(text, at) };

  test("is the same where nothing was changed, though it says the same twice", () => {
    expect(passedIn(text, anchor)).toBe(at);
    expect(passedIn("na na na na ", { passed: 0.75, next: "na " })).toBe(0.75);
  });

  test("follows the words that came next", () => {
    const edited = `For hours nobody came. ${text}`;
    const letter = passedIn(edited, anchor) * edited.length;
    expect(edited.slice(letter)).toBe(text.slice(text.length * at));
  });

  test("is the same share where those were reworded, and of a picture", () => {
    expect(passedIn("Something else altogether", anchor)).toBe(at);
    expect(passedIn("", { passed: 0.3 })).toBe(0.3);
  });
});

describe("for any text", () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/);
  const paragraph = fc.array(word, { minLength: 6, maxLength: 30 }).map((words) => words.join(" "));
  const text = fc.uniqueArray(paragraph, { minLength: 1, maxLength: 60, selector: beginningOf });
  const place = fc.nat();

  test("a block that others came before, or went from, is found exactly", () => {
    const edited = fc.record({ texts: text, at: place, before: text, gone: fc.array(fc.boolean()) });
    fc.assert(
      fc.property(edited, ({ texts, at, before, gone }) => {
        const block = at % texts.length;
        const kept = texts.filter((_, i) => i === block || gone[i] !== true);
        const now = [...before.filter((each) => !texts.includes(each)), ...kept];
        fc.pre(now.filter((each) => beginningOf(each) === beginningOf(texts[block] ?? "")).length === 1);
        expect(now[found(anchorOf(block, texts), now) ?? -2]).toBe(texts[block]);
      }),
    );
  });

  test("a block in which a word in six was changed is found, though a few came before it", () => {
    const edited = fc.record({ texts: text, at: place, before: fc.array(paragraph, { maxLength: 8 }), word });
    fc.assert(
      fc.property(edited, ({ texts, at, before, word: other }) => {
        const block = at % texts.length;
        const words = (texts[block] ?? "").split(" ");
        const changed = words.map((each, i) => (i % 6 === 2 ? other : each)).join(" ");
        // With words of chance, another one may come to be more like it.
        fc.pre(beginningOf(texts[block] ?? "").length >= 40 && new Set(words).size > 5);
        const now = [...before, ...texts.with(block, changed)];
        expect(found(anchorOf(block, texts), now)).toBe(before.length + block);
      }),
    );
  });

  test("what is found is in the text, or nothing is", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 90 }), fc.string(), fc.array(fc.string()), (block, words, texts) => {
        const at = findBlock({ block, words }, texts);
        expect(at === null || at === ABOVE ? (at ?? 0) <= block : at in texts).toBe(true);
      }),
    );
  });
});
