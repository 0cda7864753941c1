import type { LabelOf } from "./markdownInline.ts";
import { NOTE_LINK } from "./notes.ts";

/** The words of a note, apart from the text that refers to it. */
export type Note = { label: string; block: Element };

const NOTE = "li, dd, p, td, aside, div";

/** Takes the notes out of a text, numbered as it refers to them, and the ways back out of the notes. */
export function takeNotes(fragment: DocumentFragment): { labelOf: LabelOf; notes: Note[] } {
  const labels = new Map<string, string>();
  const notes: Note[] = [];
  for (const reference of fragment.querySelectorAll(NOTE_LINK)) {
    const name = nameOf(reference);
    const block = labels.has(name) ? null : noteIn(fragment, name);
    if (block) notes.push({ label: String(notes.length + 1), block });
    if (block) labels.set(name, String(notes.length));
  }
  for (const { block } of notes) remove(block);
  const labelOf = (element: Element) => (element.matches(NOTE_LINK) ? (labels.get(nameOf(element)) ?? null) : null);
  return { labelOf, notes };
}

const nameOf = (link: Element): string => link.getAttribute("href")?.slice(1) ?? "";

function noteIn(fragment: DocumentFragment, name: string): Element | null {
  const target = [...fragment.querySelectorAll("[id]")].find(({ id }) => id === name);
  return target?.closest(NOTE) ?? null;
}

/** With the list that held nothing but notes, and the rule above it; a heading over them is the text's own. */
function remove(block: Element): void {
  for (const back of block.querySelectorAll('a[href^="#"]')) if (!/\p{L}{2}/u.test(back.textContent)) back.remove();
  let around = block.parentElement;
  block.remove();
  while (around?.matches("ol, ul, section, div, footer") && around.childElementCount === 0) {
    const above = around.previousElementSibling;
    const parent: HTMLElement | null = around.parentElement;
    if (above?.localName === "hr") above.remove();
    around.remove();
    around = parent;
  }
}
