import { repairMojibake } from "../feed/mojibake.ts";
import { BLOCK } from "./blocks.ts";

const VERBATIM = "code, pre, kbd, samp";

/** Undoes misread UTF-8 in the words of a text; code stays as it is. */
export function repairTexts(fragment: DocumentFragment): void {
  for (const text of texts(fragment)) {
    if (isVerbatim(text)) continue;
    const repaired = repairMojibake(text.data);
    if (repaired !== text.data) text.data = repaired;
  }
}

/** Gives the words of a text curled quotes, dashes and an ellipsis for three dots; code stays as it is. */
export function setTypography(fragment: DocumentFragment): void {
  for (const run of runs(fragment)) {
    const curled = curlQuotes(run.map((text) => (isVerbatim(text) ? OPAQUE.repeat(text.length) : text.data)).join(""));
    let at = 0;
    for (const text of run) {
      const { length } = text;
      const set = isVerbatim(text) ? text.data : setMarks(curled.slice(at, at + length));
      if (set !== text.data) text.data = set;
      at += length;
    }
  }
}

/** The same for one line of text. */
export const typographic = (line: string): string => setMarks(curlQuotes(line));

/** Stands for a letter of code, so that a quote behind it closes. */
const OPAQUE = "\uFFFC";

/** Texts that read as one: a quotation may open in one and close in the next. */
function runs(fragment: DocumentFragment): Text[][] {
  const found: Text[][] = [];
  let lastBlock: Element | null | undefined;
  for (const text of texts(fragment)) {
    const block = text.parentElement?.closest(BLOCK) ?? null;
    const isNew = block !== lastBlock || text.previousSibling?.nodeName === "BR";
    if (isNew) found.push([text]);
    else found.at(-1)?.push(text);
    lastBlock = block;
  }
  return found;
}

function texts(fragment: DocumentFragment): Text[] {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  // SHOW_TEXT yields nothing but Text nodes.
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

const isVerbatim = (text: Text): boolean => text.parentElement?.closest(VERBATIM) != null;

const OPENER = /[\s([{<\-–—/'"“‘«„‚¿¡]/;
const WORD = /[\p{L}\p{M}\p{N}\uFFFC]/u;
/** Words that lost their beginning take an apostrophe, not an opening quote. */
const ELISION = /^'(?:\d\ds?\b|(?:tis|twas|twere|twill|em|til|cause|bout)\b|n')/i;

/** Changes characters one for one, so that a run can be cut up again where it was joined. */
function curlQuotes(text: string): string {
  let isDoubleOpen = false;
  let isSingleOpen = false;
  return text.replace(/["']/g, (mark, at: number) => {
    const before = text.charAt(at - 1) || " ";
    const after = text.charAt(at + 1) || " ";
    const opens = OPENER.test(before) && !/\s/.test(after);
    const isMeasure = /\d/.test(before) && !WORD.test(after.replace(/\d/, ""));
    if (mark === '"') {
      if (!opens && !isDoubleOpen && isMeasure) return mark;
      isDoubleOpen = opens;
      return opens ? "“" : "”";
    }
    if (!opens && !isSingleOpen && isMeasure) return mark;
    isSingleOpen = opens ? !ELISION.test(text.slice(at, at + 8)) : isSingleOpen && WORD.test(after);
    return opens && isSingleOpen ? "‘" : "’";
  });
}

/** Two hyphens are a dash, three dots an ellipsis; not in an address, and not in an option such as `--all`. */
const ASIS_OR_MARK = /([a-z][a-z+.-]{1,9}:\/\/\S+|(?<=^|\s)--(?=\p{L}))|(?<!-)--(?!-)|(?<!\.)\.{3}(?!\.)/giu;

function setMarks(text: string): string {
  return text.replace(ASIS_OR_MARK, (found, asIs: string | undefined) => {
    if (asIs !== undefined) return found;
    return found === "--" ? "—" : "…";
  });
}
