import type { MarkedExtension, Tokens } from "marked";

type Note = { html: string; number: number | null; references: number };

/**
 * Footnotes for `marked`: `[^1]` in the text, `[^1]: words` in a place of its own. The notes follow the text as a list, in
 * the order of their references; a note that nothing refers to comes last. What has no note stays as it was written.
 */
export function markdownNotes(): MarkedExtension {
  let notes = new Map<string, Note>();
  let numbered = 0;

  function refer(label: string): string {
    const note = notes.get(label);
    if (!note) return "";
    const number = (note.number ??= ++numbered);
    const id = referenceId(number, ++note.references);
    return `<sup><a id="${id}" href="#fn-${number}">${number}</a></sup>`;
  }

  return {
    hooks: {
      preprocess(markdown) {
        notes = new Map();
        numbered = 0;
        return markdown;
      },
      postprocess: (html) => (notes.size === 0 ? html : html + listOf([...notes.values()])),
    },
    extensions: [
      {
        name: "note",
        level: "block",
        tokenizer(source) {
          const [raw, label = "", words = ""] = NOTE.exec(source) ?? [];
          if (raw === undefined) return undefined;
          if (!notes.has(label)) notes.set(label, { html: "", number: null, references: 0 });
          return { type: "note", raw, label, tokens: this.lexer.blockTokens(words.replace(INDENT, "")) };
        },
        renderer({ label, tokens = [] }: Tokens.Generic) {
          const note = notes.get(label);
          // Said twice, the first one holds.
          if (note?.html === "") note.html = this.parser.parse(tokens);
          return "";
        },
      },
      {
        name: "noteReference",
        level: "inline",
        tokenizer(source) {
          const [raw, label = ""] = REFERENCE.exec(source) ?? [];
          // All notes are known by now: `marked` reads the lines of a block when it has read all blocks.
          return raw !== undefined && notes.has(label) ? { type: "noteReference", raw, label } : undefined;
        },
        renderer: ({ label }) => refer(label),
      },
    ],
  };
}

const REFERENCE = /^\[\^([^\]\s]{1,100})\]/;
/** Goes on in lines that are indented, and in lines that begin nothing else. */
const NOTE =
  /^\[\^([^\]\s]{1,100})\]:[ \t]*([^\n]*(?:\n+(?: {4}|\t)[^\n]*|\n(?!\s|\[\^|[#>|~`]|[-*+] |\d+[.)] )[^\n]+)*)(?:\n+|$)/;
const INDENT = /^(?: {4}|\t)/gm;

function listOf(notes: Note[]): string {
  const inOrder = notes.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity));
  return `<hr>\n<section>\n<ol>\n${inOrder.map(itemOf).join("")}</ol>\n</section>\n`;
}

function itemOf({ html, number, references }: Note): string {
  if (number === null) return `<li>${html}</li>\n`;
  const back = Array.from({ length: references }, (_, i) => ` <a href="#${referenceId(number, i + 1)}">↩</a>`).join("");
  const end = /<\/p>\s*$/.exec(html)?.index ?? html.length;
  return `<li id="fn-${number}">${html.slice(0, end)}${back}${html.slice(end)}</li>\n`;
}

const referenceId = (number: number, nth: number): string => `fnref-${number}${nth > 1 ? `-${nth}` : ""}`;
