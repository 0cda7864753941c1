import { createMarkdown, startMarkdownWorker } from "../../lib/view/markdown.ts";
import { sanitize } from "../../lib/view/sanitize.ts";
import { outside, runCells } from "./cells.ts";
import { faultsOf } from "./faultsOf.ts";

/** The script of the page with the cells: the product's own sanitiser and Markdown, as far as a test asks for them. */

export type Cleaned = { id: string; html: string; faults: string[]; isStable: boolean };

const BASE = "https://news.example/articles/1";

/** The texts as they come out of the sanitiser; written out, since a driver can't pass fragments. */
function clean(given: { id: string; html: string }[]): Cleaned[] {
  return given.map(({ id, html }) => {
    const fragment = sanitize(html, BASE);
    const written = writeOut(fragment);
    const again = writeOut(sanitize(written, BASE));
    return { id, html: written, faults: faultsOf(fragment), isStable: again === written };
  });
}

function writeOut(fragment: DocumentFragment): string {
  const holder = document.createElement("div");
  holder.append(fragment.cloneNode(true));
  // Parsers drop a line feed that comes first in it, and writers do not give it back.
  for (const block of holder.querySelectorAll("pre")) {
    if (block.textContent.startsWith("\n")) block.prepend("\n");
  }
  return holder.innerHTML;
}

const convert = createMarkdown(startMarkdownWorker);

export const cellPage = { runCells, clean, convert, outside };
export type CellPage = typeof cellPage;

Object.assign(globalThis, { cellPage });
