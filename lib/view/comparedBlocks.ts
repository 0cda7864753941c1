/** A block of a text, with all its words on one line; code keeps its lines. */
export type ComparedBlock = { kind: "heading" | "text" | "item" | "quotation" | "code"; text: string };

const BLOCK =
  "p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, tr, caption, figcaption, summary, blockquote, div, section, article, " +
  "aside, header, footer, details, figure";

/** What a text says, block by block, without its markup; a row of a table is one. */
export function comparedBlocks(fragment: ParentNode & Node): ComparedBlock[] {
  const runs: { block: Element | null; text: string; cell: Element | null }[] = [];
  const nodes = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const isBreak = node instanceof Element && node.localName === "br";
    const words = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "";
    if (!isBreak && words === "") continue;
    const block = node.parentElement?.closest(BLOCK) ?? null;
    const cell = node.parentElement?.closest("td, th") ?? null;
    const last = runs.at(-1);
    const isSame = last !== undefined && last.block === block;
    const between = isBreak ? "\n" : isSame && last.cell !== cell ? " | " : "";
    if (isSame) Object.assign(last, { text: last.text + between + words, cell });
    else runs.push({ block, text: words, cell });
  }
  return runs
    .map(({ block, text }) => ({ kind: kindOf(block), text: block?.matches("pre") ? text.trimEnd() : tidy(text) }))
    .filter(({ text }) => text !== "");
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

function kindOf(block: Element | null): ComparedBlock["kind"] {
  if (block === null) return "text";
  if (/^(?:h[1-6]|dt|summary)$/.test(block.localName)) return "heading";
  if (block.localName === "pre") return "code";
  if (block.closest("li")) return "item";
  return block.closest("blockquote") ? "quotation" : "text";
}
