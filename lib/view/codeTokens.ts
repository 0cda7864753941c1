import { tokenizeText, type Token } from "prism-code-editor/prism";
import { grammarOf } from "./codeGrammars.ts";

/** What is coloured alike; components/tokens.css names a colour for each, as `--code-…`. */
export const KINDS = ["comment", "keyword", "string", "number", "name", "property", "inserted", "deleted"] as const;
export type CodeKind = (typeof KINDS)[number];

/** A run of characters, from `start` up to `end`. */
export type CodeSpan = { kind: CodeKind; start: number; end: number };

/** The parts of a source that have a colour, in order; none of them overlap. */
export function codeSpans(source: string, language: string): CodeSpan[] {
  const grammar = grammarOf(language);
  if (!grammar) return [];
  const spans: CodeSpan[] = [];
  let at = 0;

  function walk(tokens: (string | Token)[], kind: CodeKind | null): void {
    for (const token of tokens) {
      if (typeof token === "string") add(token.length, kind);
      else if (typeof token.content === "string") add(token.length, kindOf(token, kind));
      else walk(token.content, kindOf(token, kind));
    }
  }

  function add(length: number, kind: CodeKind | null): void {
    const last = spans.at(-1);
    if (kind !== null && last?.kind === kind && last.end === at) last.end += length;
    else if (kind !== null) spans.push({ kind, start: at, end: at + length });
    at += length;
  }

  walk(tokenizeText(source, grammar), null);
  return spans;
}

const NAMES: Record<CodeKind, string> = {
  comment: "comment prolog doctype cdata shebang coord",
  keyword: "keyword important atrule rule directive null",
  string: "string char regex attr-value template-string url triple-quoted-string string-literal",
  number: "number boolean constant symbol unit",
  name: "function class-name builtin tag selector function-variable namespace",
  property: "property attr-name variable key annotation decorator attribute table literal-property",
  inserted: "inserted-sign inserted",
  deleted: "deleted-sign deleted",
};

const KIND_OF = new Map(KINDS.flatMap((kind) => NAMES[kind].split(" ").map((name) => [name, kind] as const)));

/** Code within a string is code; punctuation takes the colour of what it stands in only where that is words. */
const PLAIN = /^(?:interpolation|interpolation-punctuation|script|style)$/;

function kindOf({ type, alias }: Token, outer: CodeKind | null): CodeKind | null {
  for (const name of [type, ...(alias?.split(" ") ?? [])]) {
    const kind = KIND_OF.get(name);
    if (kind) return kind;
    if (PLAIN.test(name)) return null;
  }
  return outer;
}
