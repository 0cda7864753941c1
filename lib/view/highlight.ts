import { createAsking, startPackaged } from "./askWorker.ts";
import { languageNamed } from "./codeLanguages.ts";
import type { CodeKind, CodeSpan } from "./codeTokens.ts";

/** Longer code stays as it is, and so does what comes after so much of it. */
const LONGEST_BLOCK = 20_000;
const LONGEST_ALL = 100_000;
const PATIENCE_MS = 1_000;

const ask = createAsking<{ source: string; language: string }, { spans: CodeSpan[] }>(
  () => startPackaged("/code.js"),
  PATIENCE_MS,
);

/**
 * Colours the code of a page, by ranges that its style sheet gives colours to: no element is made and nothing moves.
 * The tokenizer is loaded where there is code in a language that it knows; it works in a worker, which can be ended,
 * since a few short sources keep some of its patterns busy for hours. Gives how to take the colours away.
 */
export function colourCode(page: Document): () => void {
  const { CSS, Highlight } = page.defaultView ?? window;
  const { highlights } = CSS;
  let isStopped = false;

  async function colourAll(): Promise<void> {
    for (const { code, language, source } of codeIn(page)) {
      const answer = await ask({ source, language });
      // One that broke the tokenizer is not the only one.
      if (isStopped || answer === null) return;
      colour(code, answer.spans);
    }
  }

  function colour(code: Element, spans: CodeSpan[]): void {
    const texts = textsOf(code);
    for (const { kind, start, end } of spans) {
      for (const range of rangesOf(texts, start, end)) highlightOf(kind).add(range);
    }
  }

  function highlightOf(kind: CodeKind): Highlight {
    const name = `code-${kind}`;
    const known = highlights.get(name);
    if (known) return known;
    const made = new Highlight();
    // What a reader looks for shows above it.
    made.priority = -1;
    highlights.set(name, made);
    return made;
  }

  void colourAll();
  return () => {
    isStopped = true;
    for (const name of [...highlights.keys()]) if (name.startsWith("code-")) highlights.delete(name);
  };
}

type Code = { code: Element; language: string; source: string };

function codeIn(page: Document): Code[] {
  let left = LONGEST_ALL;
  return [...page.body.querySelectorAll("pre")].flatMap((pre) => {
    const codes = [...pre.querySelectorAll("code")];
    // Some set each line as code of its own.
    const code = codes.length === 1 && codes[0] ? codes[0] : pre;
    const named = [pre, ...codes].map((each) => languageNamed(each.getAttribute("data-language")));
    const language = named.find((name) => name !== null);
    const source = code.textContent;
    if (!language || source.length > Math.min(left, LONGEST_BLOCK)) return [];
    left -= source.length;
    return [{ code, language, source }];
  });
}

type PlacedText = { text: Node; start: number; end: number };

function textsOf(code: Element): PlacedText[] {
  const walker = code.ownerDocument.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  const texts: PlacedText[] = [];
  let at = 0;
  while (walker.nextNode()) {
    const length = walker.currentNode.textContent?.length ?? 0;
    texts.push({ text: walker.currentNode, start: at, end: (at += length) });
  }
  return texts;
}

/** One per text that the span goes through; what it has passed is taken off `texts`, since spans come in order. */
function rangesOf(texts: PlacedText[], start: number, end: number): StaticRange[] {
  while (texts[0] && texts[0].end <= start) texts.shift();
  const ranges: StaticRange[] = [];
  for (const { text: node, ...text } of texts) {
    if (text.start >= end) break;
    const [startOffset, endOffset] = [Math.max(0, start - text.start), Math.min(end, text.end) - text.start];
    ranges.push(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }));
  }
  return ranges;
}
