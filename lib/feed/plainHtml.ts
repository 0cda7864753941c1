import { decodeEntities } from "./html.ts";
import { BLOCK_NAMES, HIDDEN_NAMES, HTML_NAMES, VOID_NAMES } from "./htmlNames.ts";

/**
 * The text of HTML that is plainly written and well nested, as nearly all is: the words of `textOf`, in a fraction of
 * its time. Null for any other, which is left to the parser. White space is as the source has it, with line breaks
 * between blocks.
 */
export function plainHtmlText(html: string): string | null {
  const open: string[] = [];
  let text = "";
  let at = 0;
  for (let start = html.indexOf("<"); start !== -1; start = html.indexOf("<", at)) {
    const piece = decoded(html.slice(at, start));
    const mark = markAt(html, start);
    if (piece === null || mark === null || !isWellNested(mark, open)) return null;
    text += piece;
    if (mark.kind === "text") text += "<";
    else if (BLOCK_NAMES.has(mark.name)) text += "\n";
    at = mark.end;
  }
  const last = decoded(html.slice(at));
  return last === null ? null : text + last;
}

/** What a `<` begins, and where that ends. */
type Mark = { kind: "opening" | "closing" | "comment" | "text"; name: string; end: number };

function markAt(html: string, start: number): Mark | null {
  const second = html.charCodeAt(start + 1);
  if (second === EXCLAMATION) return commentAt(html, start);
  if (second === QUESTION) return null;
  return second === SLASH ? closingAt(html, start + 2) : openingAt(html, start + 1);
}

function commentAt(html: string, start: number): Mark | null {
  const from = start + 4;
  if (!html.startsWith("<!--", start) || html.startsWith(">", from) || html.startsWith("->", from)) return null;
  const end = html.indexOf("-->", from);
  return end === -1 || html.slice(from, end).includes("--!>") ? null : { kind: "comment", name: "", end: end + 3 };
}

function closingAt(html: string, from: number): Mark | null {
  const name = nameAt(html, from);
  const end = html.indexOf(">", from + name.length);
  return end === -1 || !PLAIN_NAMES.has(name) ? null : { kind: "closing", name, end: end + 1 };
}

function openingAt(html: string, from: number): Mark | null {
  const name = nameAt(html, from);
  if (name === "") return { kind: "text", name, end: from };
  ATTRIBUTES.lastIndex = from + name.length;
  return PLAIN_NAMES.has(name) && ATTRIBUTES.test(html) ? { kind: "opening", name, end: ATTRIBUTES.lastIndex } : null;
}

function nameAt(html: string, from: number): string {
  NAME.lastIndex = from;
  return NAME.test(html) ? html.slice(from, NAME.lastIndex).toLowerCase() : "";
}

/** Follows what is open; false where the parser would close or pass over something by rules of its own. */
function isWellNested({ kind, name }: Mark, open: string[]): boolean {
  if (kind === "comment" || kind === "text" || (kind === "opening" && VOID_NAMES.has(name))) return true;
  if (kind === "closing") return open.pop() === name;
  const parent = open.at(-1) ?? "";
  open.push(name);
  return !(ENDED_BY.get(name)?.includes(parent) ?? false);
}

/** Null where a reference is not whole: which ones mean something then is a long list. */
function decoded(text: string): string | null {
  if (!text.includes("&")) return text;
  return PARTIAL_REFERENCE.test(text) ? null : decodeEntities(text);
}

const [EXCLAMATION, SLASH, QUESTION] = [33, 47, 63];
const NAME = /[a-z][^ \t\n\f\r/>]*/iy;
const ATTRIBUTES =
  /(?:[ \t\n\f\r]+[^\s"'<>/=]+(?:[ \t\n\f\r]*=[ \t\n\f\r]*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*[ \t\n\f\r]*\/?>/y;
const PARTIAL_REFERENCE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});)[a-z#]/i;

/** Names whose content is text of the page, and that open and close nothing but themselves. */
const FORM_NAMES = new Set("form button datalist iframe input optgroup option output select textarea".split(" "));
const PLAIN_NAMES = new Set([...HTML_NAMES].filter((name) => !HIDDEN_NAMES.has(name) && !FORM_NAMES.has(name)));
/** By what is opened directly within, although it cannot stand there. */
const ENDED_BY = new Map(
  ["li li", "dd dd dt", "dt dd dt", "tr tr th td", "th th", "td thead th td", "tbody thead tbody", "tfoot thead tbody"]
    .concat(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => `${name} h1 h2 h3 h4 h5 h6`))
    .map((line) => line.split(" "))
    .map(([name = "", ...parents]) => [name, parents]),
);
