import { fenceFor, inlineMarkdown, type LabelOf } from "./markdownInline.ts";
import { takeNotes } from "./markdownNotes.ts";

/** A sanitised text as Markdown (GitHub's, with footnotes), which rendered says the same again. Changes the fragment. */
export function toMarkdown(fragment: DocumentFragment): string {
  const { labelOf, notes } = takeNotes(fragment);
  const blocks = blocksOf(fragment, labelOf);
  const defined = notes.map(({ label, block }) => `[^${label}]: ${indented(blocksOf(block, labelOf).join("\n\n"), 4)}`);
  return [...blocks, ...defined].join("\n\n");
}

const BLOCK =
  "article, aside, blockquote, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, " +
  "hr, li, ol, p, pre, section, summary, table, ul";

/** Blocks one after another; words between them are paragraphs. */
function blocksOf(parent: Node, labelOf: LabelOf): string[] {
  const blocks: string[] = [];
  let run: Node[] = [];
  const endRun = () => {
    blocks.push(inlineMarkdown(run, labelOf));
    run = [];
  };
  for (const node of parent.childNodes) {
    // An element that holds blocks is one, whatever it is called.
    if (!(node instanceof Element) || !(node.matches(BLOCK) || node.querySelector(BLOCK))) run.push(node);
    else {
      endRun();
      blocks.push(...blockOf(node, labelOf));
    }
  }
  endRun();
  return blocks.filter((block) => block !== "");
}

function blockOf(element: Element, labelOf: LabelOf): string[] {
  const name = element.localName;
  if (/^h[1-6]$/.test(name)) return headingOf(element, labelOf);
  switch (name) {
    case "hr":
      return ["---"];
    case "pre":
      return [preOf(element)];
    case "blockquote":
      return [prefixed(blocksOf(element, labelOf).join("\n\n"))];
    case "ul":
    case "ol":
      return [listOf(element, labelOf)];
    case "table":
      return tableOf(element, labelOf);
    case "summary":
    case "dt": {
      const words = inlineMarkdown(element.childNodes, labelOf);
      return words === "" ? [] : [`**${words.replaceAll("**", "")}**`];
    }
    default:
      return blocksOf(element, labelOf);
  }
}

function headingOf(element: Element, labelOf: LabelOf): string[] {
  // A heading ends with its line, and signs at its end would close it.
  const words = inlineMarkdown(element.childNodes, labelOf)
    .replaceAll("\\\n", " ")
    .replace(/(?<![\\#])#+$/, "\\$&");
  return words === "" ? [] : [`${"#".repeat(Number(element.localName[1]))} ${words}`];
}

function preOf(element: Element): string {
  const text = element.textContent.replace(/\n$/, "");
  const fence = fenceFor(text, 3);
  const language =
    element.getAttribute("data-language") ?? element.querySelector("[data-language]")?.getAttribute("data-language");
  return `${fence}${language ?? ""}\n${text}\n${fence}`;
}

const prefixed = (text: string): string => text.replace(/^/gm, "> ").replace(/ +$/gm, "");
const indented = (text: string, by: number): string => text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(by)}`);

function listOf(list: Element, labelOf: LabelOf): string {
  const items = [...list.children].map((item) => blocksOf(item, labelOf));
  // Right after another list of its kind, the same marker would go on with that one.
  const isSecond = list.previousElementSibling?.localName === list.localName;
  const isLoose = items.some((blocks) => blocks.length > 1 && !/^(?:[-*]|\d+[.)]) /.test(blocks[1] ?? ""));
  const numbers = list.localName === "ol" ? numbersOf(list) : null;
  return items
    .map((blocks, i) => {
      const marker = numbers ? `${numbers[i]}${isSecond ? ")" : "."}` : isSecond ? "*" : "-";
      return `${marker} ${indented(blocks.join(isLoose ? "\n\n" : "\n"), marker.length + 1)}`.trimEnd();
    })
    .join(isLoose ? "\n\n" : "\n");
}

function numbersOf(list: Element): number[] {
  const step = list.hasAttribute("reversed") ? -1 : 1;
  let next = Number(list.getAttribute("start") ?? (step < 0 ? list.childElementCount : 1));
  return [...list.children].map((item) => {
    const number = Number(item.getAttribute("value") ?? next);
    next = number + step;
    return Math.max(0, number);
  });
}

/** Markdown's tables have one line per cell, and a head. */
function tableOf(table: Element, labelOf: LabelOf): string[] {
  const rows = [...table.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cellOf(cell, labelOf)));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const caption = table.querySelector("caption");
  const before = caption ? [inlineMarkdown(caption.childNodes, labelOf)].filter(Boolean) : [];
  if (width === 0) return before;
  const hasHead = table.querySelector("tr")?.querySelector("th") != null;
  const lineOf = (row: string[]) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? "").join(" | ")} |`;
  const [head, ...body] = hasHead ? rows : [[], ...rows];
  return [
    ...before,
    [lineOf(head ?? []), lineOf(Array.from({ length: width }, () => "---")), ...body.map(lineOf)].join("\n"),
  ];
}

const cellOf = (cell: Element, labelOf: LabelOf): string =>
  blocksOf(cell, labelOf).join("<br>").replace(/\\?\n/g, "<br>").replaceAll("|", "\\|");
