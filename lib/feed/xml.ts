/** One tag as it stands in the text; `start` is its `<`, `end` is just past its `>`. Names are lower case. */
export type Tag = { name: string; isClosing: boolean; isEmpty: boolean; start: number; end: number };

/**
 * The next tag at or after a position, skipping comments, CDATA sections, processing instructions and declarations; null
 * at the end, which an unclosed one of these is too. Judges nothing: feeds in the wild are rarely well-formed.
 */
export function nextTag(xml: string, from: number): Tag | null {
  let at = xml.indexOf("<", from);
  while (at !== -1) {
    const after = endOfNonTag(xml, at);
    if (after === -1) return null;
    if (after === at) {
      const tag = tagAt(xml, at);
      if (tag !== null) return tag;
    }
    at = xml.indexOf("<", Math.max(after, at + 1));
  }
  return null;
}

/** The part of a tag's or element's name after its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Where the element that `tag` opens is closed; null where it never is. */
export function closingTag(xml: string, tag: Tag): Tag | null {
  for (let next = nextTag(xml, tag.end); next !== null; next = nextTag(xml, next.end)) {
    if (next.isClosing && next.name === tag.name) return next;
  }
  return null;
}

/** Past a comment, CDATA section, instruction or declaration; the same position where there is none; -1 if unclosed. */
function endOfNonTag(xml: string, at: number): number {
  const second = xml.charCodeAt(at + 1);
  if (second === QUESTION) return endOfInstruction(xml, at);
  if (second !== EXCLAMATION) return at;
  if (xml.startsWith("<!--", at)) return endOf(xml, "-->", at + 4);
  if (xml.startsWith("<![CDATA[", at)) return endOf(xml, "]]>", at + 9);
  return endOfDeclaration(xml, at);
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

/** As XML has it; for HTML, which has none, such a thing ends as any tag does, and there is no other end in sight. */
function endOfInstruction(xml: string, at: number): number {
  const length = xml.slice(at, at + LONGEST_INSTRUCTION).indexOf("?>", 2);
  return length === -1 ? endOf(xml, ">", at) : at + length + 2;
}

function endOfDeclaration(xml: string, at: number): number {
  const end = endOf(xml, ">", at);
  // Looked for no further: a search to the document's end at each declaration takes minutes of a hostile one.
  const subset = end === -1 ? -1 : xml.slice(at, end).indexOf("[");
  if (subset === -1) return end;
  const close = /\]\s*>/g;
  close.lastIndex = at + subset;
  return close.test(xml) ? close.lastIndex : -1;
}

function tagAt(xml: string, start: number): Tag | null {
  const isClosing = xml.charCodeAt(start + 1) === SLASH;
  const nameStart = isClosing ? start + 2 : start + 1;
  const nameEnd = endOfName(xml, nameStart);
  if (nameEnd === nameStart) return null;
  const close = closeOfTag(xml, nameEnd);
  if (close === -1) return null;
  const name = xml.slice(nameStart, nameEnd).toLowerCase();
  return { name, isClosing, isEmpty: xml.charCodeAt(close - 1) === SLASH, start, end: close + 1 };
}

function endOfName(xml: string, from: number): number {
  if (!STARTS_NAME.test(xml.charAt(from))) return from;
  let at = from + 1;
  while (at < xml.length && ENDS_NAME[xml.charCodeAt(at)] !== 1) at++;
  return at;
}

/** The `>` of a tag, not fooled by one inside a quoted value; -1 where another tag starts first. */
function closeOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === LESS) return -1;
    if ((code === QUOTE || code === APOSTROPHE) && xml.charCodeAt(at - 1) === EQUALS) {
      at = xml.indexOf(xml.charAt(at), at + 1);
      if (at === -1) return -1;
    }
  }
  return -1;
}

const [QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, GREATER, QUESTION, EXCLAMATION] = [34, 39, 47, 60, 61, 62, 63, 33];
const STARTS_NAME = /[a-z_:\u0080-\uFFFF]/i;
/** By character code: this is the innermost loop over a document of megabytes. */
const ENDS_NAME = new Uint8Array(128);
for (const code of [9, 10, 13, 32, QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, GREATER]) ENDS_NAME[code] = 1;
/** UTF-16 units within which an instruction's end is looked for. */
const LONGEST_INSTRUCTION = 256;
