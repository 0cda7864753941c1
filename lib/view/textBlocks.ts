import type { Anchor } from "../model.ts";
import { beginningOf, findBlock, nextIn, passedIn } from "./anchor.ts";
import { BLOCK, isBlank } from "./blocks.ts";

/** A run of texts that read as one, such as a paragraph; or a picture, which has none. `text` is all of them. */
export type TextBlock = { element: Element; texts: Text[]; text: string };

/** What a text is made of, from its top to its end. */
export function textBlocks(body: Element): TextBlock[] {
  const blocks: TextBlock[] = [];
  const nodes = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    // SHOW_TEXT and SHOW_ELEMENT yield nothing else.
    if (node.nodeType === Node.ELEMENT_NODE) addPicture(blocks, node as Element, body);
    else if (!isBlank(node)) addText(blocks, node as Text, body);
  }
  return blocks;
}

/** Letters of a block that is gone through in sane time; a text without any paragraphs goes by its height alone. */
export const MOST_LETTERS = 20_000;

/** What a place is known by in the text as it may become. */
export function anchorAt(blocks: TextBlock[], { block, passed }: Within): Anchor {
  const { text } = blocks[block] ?? { text: "" };
  const anchor = { block, words: beginningOf(text), passed };
  return text.length > MOST_LETTERS ? anchor : { ...anchor, next: nextIn(text, passed) };
}

/** Where that is in the text as it has become; null where nothing but the share of the whole is left to go by. */
export function findPlace(blocks: TextBlock[], anchor: Anchor): Within | null {
  const block = findBlock(
    anchor,
    blocks.map(({ text }) => text),
  );
  return block === null ? null : { block, passed: passedIn(blocks[block]?.text ?? "", anchor) };
}

type Within = { block: number; passed: number };

function addText(blocks: TextBlock[], text: Text, body: Element): void {
  const element = text.parentElement?.closest(BLOCK) ?? body;
  const last = blocks.at(-1);
  if (last?.element === element && last.texts.length > 0) {
    last.texts.push(text);
    last.text += text.data;
  } else blocks.push({ element, texts: [text], text: text.data });
}

/** One between words is no block of its own. */
function addPicture(blocks: TextBlock[], element: Element, body: Element): void {
  if (element.localName !== "img") return;
  const around = element.closest(BLOCK) ?? body;
  if (around === body || isBlank(around)) blocks.push({ element, texts: [], text: "" });
}
