import type { Article } from "../model.ts";
import { followingText, isBoldOnly, isNothingBefore, mainBlock, removeBlock, SUBORDINATE } from "./blocks.ts";
import { takeEnding } from "./ending.ts";
import { fold } from "./fold.ts";
import { repeatsDate } from "./publishedLine.ts";

type Known = Pick<Article, "title" | "summary" | "publishedAt"> & { language?: string | null };

/**
 * What publishers put into the text although it belongs around it, taken out of the text: the title again, the date
 * again, the standfirst, the tags. Bold lines become the subheads they are meant as. Nothing else is changed or removed.
 */
export function applyContentRules(
  fragment: DocumentFragment,
  article: Known,
): { standfirst: string | null; keywords: string[] } {
  const root = mainBlock(fragment);
  while (dropTitle(root, article.title) || dropDate(root, article));
  const keywords = takeEnding(root);
  const standfirst = takeBoldStandfirst(root) ?? summaryAsStandfirst(root, article);
  raiseHeadings(root);
  turnBoldIntoSubheads(root);
  markLede(root);
  return { standfirst, keywords };
}

function dropTitle(root: ParentNode & Node, title: string): boolean {
  const heading = root.querySelector("h1, h2, h3, h4, h5, h6");
  const first = [heading, firstParagraph(root)].find((block) => block && isNothingBefore(root, block));
  if (!first || first.querySelector("img") !== null) return false;
  if (first.localName === "p" && !isBoldOnly(first)) return false;
  const folded = fold(first.textContent);
  if (folded === "" || folded !== fold(title)) return false;
  removeBlock(first);
  return true;
}

/** Only a date that the by-line shows anyway; another one may be what the article is about. */
function dropDate(root: ParentNode & Node, article: Known): boolean {
  const first = firstParagraph(root);
  if (!first || article.publishedAt === null || !isNothingBefore(root, first)) return false;
  if (first.querySelector("img, a") !== null) return false;
  if (!repeatsDate(first.textContent, article.publishedAt, article.language ?? null)) return false;
  removeBlock(first);
  return true;
}

const firstParagraph = (root: ParentNode): Element | null =>
  [...root.querySelectorAll("p")].find((paragraph) => !paragraph.closest(SUBORDINATE)) ?? null;

function takeBoldStandfirst(root: ParentNode & Node): string | null {
  const first = firstParagraph(root);
  if (!first || !isBoldOnly(first) || !isNothingBefore(root, first)) return null;
  // A colon announces what follows: a subhead. A link must stay where it can be followed.
  const text = first.textContent.replace(/\s+/g, " ").trim();
  if (/[:：]$/.test(text) || first.querySelector("a, img") !== null || !followingText(root, first)) return null;
  removeBlock(first);
  return text;
}

/** Enough of a summary to know it again; feeds cut it off, add dots and "Continue reading", or join paragraphs. */
const TELLING_LENGTH = 80;
const OPENING_LENGTH = 4_000;

function summaryAsStandfirst(root: Node, { title, summary }: Known): string | null {
  const telling = fold(summary).slice(0, TELLING_LENGTH);
  if (telling === "" || fold(summary) === fold(title)) return null;
  return fold((root.textContent ?? "").slice(0, OPENING_LENGTH)).includes(telling) ? null : summary;
}

/** The page's own heading is the first level; the body's follow it without a gap. */
function raiseHeadings(root: ParentNode): void {
  const headings = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = [...new Set(headings.map((heading) => heading.localName))].sort();
  for (const heading of headings) {
    const level = Math.min(6, 2 + levels.indexOf(heading.localName));
    if (heading.localName !== `h${level}`) replaceByHeading(heading, level);
  }
}

const LONGEST_SUBHEAD = 140;

function turnBoldIntoSubheads(root: ParentNode & Node): void {
  const paragraphs = [...root.querySelectorAll("p")].filter((paragraph) => !paragraph.closest(SUBORDINATE));
  const bold = paragraphs.filter(isBoldOnly);
  // Where most of it is bold, bold is the publisher's taste and heads nothing.
  if (bold.length > paragraphs.length - bold.length + root.querySelectorAll("li").length) return;
  for (const paragraph of bold) {
    const isHead = paragraph.textContent.length <= LONGEST_SUBHEAD && paragraph.querySelector("a, img, br") === null;
    if (isHead && followingText(root, paragraph)) replaceByHeading(unbold(paragraph), 2);
  }
}

function unbold(paragraph: Element): Element {
  for (const strong of paragraph.querySelectorAll("strong, b")) strong.replaceWith(...strong.childNodes);
  paragraph.normalize();
  const last = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).lastChild();
  if (last) last.textContent = (last.textContent ?? "").replace(/\s*[:：]\s*$/, "");
  return paragraph;
}

function replaceByHeading(element: Element, level: number): void {
  const heading = document.createElement(`h${level}`);
  for (const { name, value } of element.attributes) heading.setAttribute(name, value);
  heading.append(...element.childNodes);
  element.replaceWith(heading);
}

function markLede(root: ParentNode): void {
  const lede = [...root.children].find((child) => child.localName === "p" && fold(child.textContent) !== "");
  if (lede && !lede.hasAttribute("data-role")) lede.className = "lede";
}
