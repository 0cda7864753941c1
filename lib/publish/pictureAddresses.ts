import { marked, type Token } from "marked";

export type Readdressed = {
  markdown: string;
  /** Pictures whose place in the text could not be told for certain; they keep their address. */
  missed: string[];
};

/**
 * Gives every picture of a Markdown text the address that `readdress` answers and leaves each other byte alone:
 * code that only shows how a picture is written stays as it is. `marked` decides what is a picture and what is code;
 * its tokens carry no positions, so they are looked up in the text, in their order.
 */
export function readdressPictures(markdown: string, readdress: (address: string) => string): Readdressed {
  const edits: Edit[] = [];
  const missed: string[] = [];
  const tokens = listTokens(markdown);
  const shared = tokens.filter((token) => token.type === "image" && isReference(token)).map((token) => token.href);
  let cursor = 0;
  for (const token of tokens) {
    const place = locate(markdown, token.raw, cursor);
    cursor = place?.end ?? cursor;
    if (token.type === "image" && !isReference(token)) {
      const edit = place && editAddress(place, { pattern: INLINE, address: token.href, readdress });
      if (edit) edits.push(edit);
      else missed.push(token.href);
    }
    if (token.type === "def" && place && shared.includes(token.href)) {
      edits.push(...present(editAddress(place, { pattern: DEFINITION, address: token.href, readdress })));
    }
    if (token.type === "html" && place) edits.push(...editHtml(place, readdress));
  }
  return { markdown: apply(markdown, edits), missed };
}

type Edit = { start: number; end: number; text: string };
type Place = { start: number; end: number; text: string };
type Found = { type: string; raw: string; href: string };
type Wanted = { pattern: RegExp; address: string; readdress: (address: string) => string };

/** Each of the three parts of a picture: up to the address, the address, the rest. */
const INLINE = /^(!\[.*?\]\(\s*)(<[^<>\n]*>|\S+?)((?:\s+(?:".*"|'.*'|\(.*\)))?\s*\))$/s;
const DEFINITION = /^([ >]*\[[^\]]+\]:\s*)(<[^<>\n]*>|\S+)(.*)$/s;
const HTML = /(<img\b[^>]*?\ssrc\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const INTERESTING = new Set(["image", "def", "html", "code", "codespan"]);

function listTokens(markdown: string): Found[] {
  const found: Found[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (!INTERESTING.has(token.type)) return;
    found.push({ type: token.type, raw: token.raw, href: "href" in token ? String(token.href) : "" });
  });
  return found;
}

function isReference(token: Found): boolean {
  return token.raw.endsWith("]");
}

/** A token inside a list or a quotation has lost what its lines began with there, and CR LF has become LF. */
function locate(markdown: string, raw: string, from: number): Place | null {
  const lines = raw.split("\n").map((line) => line.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const pattern = new RegExp(lines.join("\\r?\\n[ \\t>]*"), "g");
  pattern.lastIndex = from;
  const match = pattern.exec(markdown);
  return match && { start: match.index, end: pattern.lastIndex, text: match[0] };
}

function editAddress(place: Place, wanted: Wanted): Edit | null {
  const [, before, written] = wanted.pattern.exec(place.text) ?? [];
  if (before === undefined || written === undefined) return null;
  const address = written.replace(/^<(.*)>$/, "$1");
  if (address.replace(/\\([!-/:-@[-`{-~])/g, "$1") !== wanted.address) return null;
  const text = written.replace(address, () => wanted.readdress(wanted.address));
  const start = place.start + before.length;
  return { start, end: start + written.length, text };
}

function editHtml(place: Place, readdress: (address: string) => string): Edit[] {
  if (place.text.startsWith("<!--")) return [];
  return [...place.text.matchAll(HTML)].map((match) => {
    const [, before = "", written = ""] = match;
    const address = written.replace(/^(["'])(.*)\1$/s, "$2");
    const start = place.start + match.index + before.length;
    return { start, end: start + written.length, text: written.replace(address, () => readdress(address)) };
  });
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

function apply(markdown: string, edits: Edit[]): string {
  let result = "";
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += markdown.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + markdown.slice(done);
}
