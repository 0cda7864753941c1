/**
 * Text as Markdown that reads as that text again. What Markdown would take for its own is escaped, and not much more:
 * people read the result too.
 */
export const escapeMarkdown = (text: string): string =>
  // Within a word an underscore is one.
  text.replace(/[\\`*[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|&(?=#?\w+;)/giu, "\\$&");

/** Escaped text outside of links: an address that is no link must not become one, which would begin at these signs. */
export const breakAddresses = (escaped: string): string =>
  escaped.replace(/(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=\S)@/gi, "\\$&");

/** Where a line begins, some signs make it a heading, a list, a quotation or a rule. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=:](?=[-=:|\s]*$))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** How words are marked, by HTML's name. */
const SIGNS = { strong: "**", em: "*", del: "~~" } as const;
export type MarkTag = keyof typeof SIGNS;

/** Characters for private use stand for marks until it is known what stands beside them. */
const TAGS: MarkTag[] = ["strong", "em", "del"];
const OPEN = ["\uE000", "\uE001", "\uE002"];
const CLOSE = ["\uE003", "\uE004", "\uE005"];
/** Before the bracket of a link, where an exclamation mark of the text would make it a picture. */
const LINK = "\uE006";

export const withoutPrivate = (text: string): string => text.replace(/[\uE000-\uE006]/g, "");

export const linkOf = (words: string, address: string): string => `${LINK}[${words}](${address})`;

export function marked(tag: MarkTag, inner: string): string {
  const kind = TAGS.indexOf(tag);
  return around(inner, (words) => `${OPEN[kind]}${words}${CLOSE[kind]}`);
}

/** White space at the ends stands outside: `** so **` would mark nothing. */
export function around(inner: string, wrap: (words: string) => string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(inner) ?? [];
  return words === "" ? inner : before + wrap(words) + after;
}

/** Puts signs in where they will be read as such, and HTML's tags where they would not. The innermost come first. */
export function settleMarks(line: string): string {
  let settled = line;
  for (let found = INNERMOST.exec(settled); found; found = INNERMOST.exec(settled)) {
    const [whole, opened = "", inner = ""] = found;
    const [before, after] = [settled.slice(0, found.index), settled.slice(found.index + whole.length)];
    const tag = TAGS[OPEN.indexOf(opened)] ?? "em";
    const form = isReadAsMark(before, inner, after) ? [SIGNS[tag], SIGNS[tag]] : [`<${tag}>`, `</${tag}>`];
    settled = before + form[0] + inner + form[1] + after;
  }
  return settled.replaceAll(`!${LINK}`, "\\!").replaceAll(LINK, "");
}

const INNERMOST = /([\uE000-\uE002])([^\uE000-\uE005]*)[\uE003-\uE005]/;

/** CommonMark's rules for what opens and closes, stricter where readers differ: where signs of Markdown's own meet. */
function isReadAsMark(before: string, inner: string, after: string): boolean {
  const left = lastOf(before.replace(/[\uE000-\uE002]+$/, ""));
  const right = firstOf(after.replace(/^[\uE003-\uE005]+/, ""));
  return isEdge(left, firstOf(inner)) && isEdge(right, lastOf(inner));
}

function isEdge(beside: string, within: string): boolean {
  if (/[*~]/.test(beside)) return false;
  if (/\s/.test(beside) || !SIGN.test(within)) return true;
  return /\p{P}/u.test(beside) && !/[*~`\\\uE006]/.test(beside + within);
}

const SIGN = /[\p{P}\p{S}\uE006]/u;

const firstOf = (text: string): string => /^./su.exec(text)?.[0] ?? " ";
const lastOf = (text: string): string => /.$/su.exec(text)?.[0] ?? " ";
