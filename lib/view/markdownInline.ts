import {
  around,
  breakAddresses,
  escapeLineStart,
  escapeMarkdown,
  linkOf,
  marked,
  settleMarks,
  withoutPrivate,
  type MarkTag,
} from "./markdownText.ts";

/** The label of the note that a link refers to; null for every other element. */
export type LabelOf = (element: Element) => string | null;

/** One paragraph's words as Markdown, on one line but for the breaks that the text has. */
export function inlineMarkdown(nodes: Iterable<Node>, labelOf: LabelOf): string {
  const lines = inlineOf(nodes, labelOf)
    .split("\n")
    .map((line) => escapeLineStart(line.replace(/ +/g, " ").trim()));
  const [first, last] = [lines.findIndex(Boolean), lines.findLastIndex(Boolean)];
  // An empty line would end the paragraph.
  const kept = lines.slice(Math.max(0, first), last + 1).filter(Boolean);
  return settleMarks(kept.join("\\\n"));
}

const inlineOf = (nodes: Iterable<Node>, labelOf: LabelOf): string =>
  Array.from(nodes, (node) => inline(node, labelOf)).join("");

const MARKED: Record<string, MarkTag> = { strong: "strong", b: "strong", em: "em", i: "em", del: "del", s: "del" };

function inline(node: Node, labelOf: LabelOf): string {
  if (node.nodeType === Node.TEXT_NODE) return wordsOf(node);
  // A sanitised fragment holds nothing but texts and elements.
  const element = node as Element;
  const label = labelOf(element);
  if (label !== null) return `[^${label}]`;
  switch (element.localName) {
    case "br":
      return "\n";
    case "img":
      return picture(element, element.getAttribute("alt") ?? "");
    case "code":
    case "kbd":
    case "samp":
      return code(element);
    default:
      return wrapped(element, inlineOf(element.childNodes, labelOf));
  }
}

function wordsOf(node: Node): string {
  const escaped = escapeMarkdown(withoutPrivate(node.textContent ?? "").replace(/\s+/g, " "));
  return node.parentElement?.closest("a[href]") ? escaped : breakAddresses(escaped);
}

function wrapped(element: Element, inner: string): string {
  const name = element.localName;
  const mark = MARKED[name];
  if (name === "a") return link(element, inner);
  if (name === "q") return `“${inner}”`;
  if (element.matches("span.missing[data-news-src]")) return picture(element, element.textContent);
  // What Markdown has no signs for, and its readers let through; a note's number is raised anyway.
  if (/^su[bp]$/.test(name) && /^\s*(?:\[\^|$)/.test(inner)) return inner;
  if (/^su[bp]$/.test(name)) return around(inner, (words) => `<${name}>${words}</${name}>`);
  if (mark === undefined || isWithinSame(element, mark)) return inner;
  return marked(mark, inner);
}

/** Within itself a mark says nothing more, and its signs would end it. */
function isWithinSame(element: Element, mark: MarkTag): boolean {
  const names = Object.keys(MARKED).filter((name) => MARKED[name] === mark);
  return element.parentElement?.closest(names.join()) != null;
}

/** A place in this text has no address outside it. */
function link(element: Element, inner: string): string {
  const address = element.getAttribute("href") ?? "";
  if (!/^(?:https?|mailto):/.test(address)) return inner;
  return around(inner.replaceAll("\n", " "), (words) => linkOf(words, addressOf(address)));
}

function picture(element: Element, alt: string): string {
  const address = element.getAttribute("data-news-src") ?? "";
  // A picture that lies in the text itself would be a page of letters.
  if (!/^https?:/.test(address)) return escapeMarkdown(alt);
  return `![${escapeMarkdown(alt.replace(/\s+/g, " ").trim())}](${addressOf(address)})`;
}

const addressOf = (address: string): string => address.replace(/[()\s<>\\*_~]/g, encodeURIComponentFully);
const encodeURIComponentFully = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** The fence must be longer than any within. */
export function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return "`".repeat(Math.max(least, longest + 1));
}

function code(element: Element): string {
  const words = withoutPrivate(element.textContent).replace(/\s+/g, " ");
  if (words.trim() === "") return words;
  // The signs of two that touch would be one longer sign, and in a link not every reader knows all that may be code.
  const before = element.previousSibling;
  const isBeside = before instanceof Element && before.matches("code, kbd, samp");
  if (isBeside || (/[`\\[\]]/.test(words) && element.closest("a"))) return `<code>${wordsOf(element)}</code>`;
  const fence = fenceFor(words, 1);
  const pad = /^`|`$|^ .* $/.test(words) ? " " : "";
  return fence + pad + words + pad + fence;
}
