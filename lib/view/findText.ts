import { BLOCK } from "./blocks.ts";
import { firstOf } from "./firstOf.ts";
import { endOf, foldText, originOf, type FoldedText } from "./foldedText.ts";

/** Where some words stand in an article: from a place in one of its texts to a place in the same or a later one. */
export type Match = { start: TextPoint; end: TextPoint };
type TextPoint = { text: Text; offset: number };

export type Finder = {
  /** All matches, in their order; none lies in another. */
  find: (words: string) => Matches;
};
/** `places` are where they begin, counted in letters of all the texts as they are folded: more with each match. */
export type Matches = { places: number[]; at: (index: number) => Match | null };

/** Finds words in texts, however they are typed and whatever marks stand in them, but not from one paragraph into the next. */
export function createFinder(roots: Element[]): Finder {
  const parts: Part[] = [];
  const folded: string[] = [];
  let end = 0;
  let before: Text | null = null;
  for (const text of roots.flatMap(textsOf)) {
    const border = before === null ? "" : borderOf(before, text);
    const own = foldText(text.data);
    // Spaces that meet are one.
    const isSpaced = border === "" && own.folded.startsWith(" ") && folded.at(-1)?.endsWith(" ");
    const skipped = isSpaced ? 1 : 0;
    if (own.folded.length === skipped) continue;
    folded.push(border, own.folded.slice(skipped));
    parts.push({ text, own, from: end + border.length - skipped });
    end += border.length + own.folded.length - skipped;
    before = text;
  }
  const whole = folded.join("");
  return { find: (words) => findIn(whole, parts, words) };
}

/** `from` is where its folded text would begin in that of all. */
type Part = { text: Text; own: FoldedText; from: number };

function findIn(whole: string, parts: Part[], words: string): Matches {
  const asked = foldText(words).folded;
  const places: number[] = [];
  if (asked.trim() !== "") {
    for (let at = whole.indexOf(asked); at >= 0; at = whole.indexOf(asked, at + asked.length)) places.push(at);
  }
  return {
    places,
    at: (index) => {
      const place = places[index];
      return place === undefined ? null : matchOf(parts, place, place + asked.length);
    },
  };
}

function matchOf(parts: Part[], from: number, to: number): Match | null {
  const [first, last] = [partAt(parts, from), partAt(parts, to - 1)];
  if (!first || !last) return null;
  return {
    start: { text: first.text, offset: originOf(first.own, from - first.from) },
    end: { text: last.text, offset: endOf(last.own, to - last.from, last.text.length) },
  };
}

const partAt = (parts: Part[], at: number): Part | undefined =>
  parts[firstOf(parts.length, (i) => (parts[i]?.from ?? 0) > at) - 1];

function textsOf(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  // SHOW_TEXT yields nothing but Text nodes.
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

/** Nobody types a line feed; where a line is broken, nothing or a space stands in what is read as one. */
function borderOf(before: Text, text: Text): string {
  if (before.ownerDocument !== text.ownerDocument) return "\n";
  const [left, right] = [before.parentElement?.closest(BLOCK), text.parentElement?.closest(BLOCK)];
  if (left !== right) return "\n";
  return text.previousSibling?.nodeName === "BR" ? " " : "";
}
