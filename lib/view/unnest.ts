/**
 * Takes apart what no parser makes of any text, so that the tree says what its markup would: where an element is dropped
 * its contents move up, perhaps a link into a link and a paragraph into a paragraph, which a parser reads as two.
 */
export function unnest(root: DocumentFragment): void {
  for (const inner of root.querySelectorAll("a a")) {
    const outer = inner.parentElement?.closest(`a, ${CELLS}`);
    if (outer?.localName === "a") unwrap(outer.hasAttribute("href") ? inner : outer);
  }
  for (const block of root.querySelectorAll(BLOCKS_IN_PARAGRAPHS)) {
    const around = block.parentElement?.closest(`p, ${CELLS}`);
    if (around?.localName === "p") turnIntoBox(around);
  }
}

/** A parser begins anew in them. */
const CELLS = "td, th, caption";

/** Whose beginning ends a paragraph (HTML standard, 13.2.6.4.7). A table's does not in documents without a doctype. */
const BLOCKS_IN_PARAGRAPHS = (
  "article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre " +
  "section summary ul"
)
  .split(" ")
  .map((name) => `p ${name}`)
  .join();

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

function turnIntoBox(paragraph: Element): void {
  const box = document.createElement("div");
  for (const { name, value } of paragraph.attributes) box.setAttribute(name, value);
  box.append(...paragraph.childNodes);
  paragraph.replaceWith(box);
}
