import type { Article } from "../model.ts";
import { followingText, isBoldOnly, isNothingBefore, mainBlock, removeBlock, SUBORDINATE } from "./blocks.ts";
import { takeEnding } from "./ending.ts";
import { fold } from "./fold.ts";
import { isDateLine, repeatsDate } from "./publishedLine.ts";

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
  let times = 0;
  while (times++ < MOST_REPEATS && (dropTitle(root, article.title) || dropDate(root, article)));
  const keywords = takeEnding(root);
  const dateline = datelineOf(root, article);
  const standfirst = takeBoldStandfirst(root, { ...article, dateline }) ?? summaryAsStandfirst(root, article);
  raiseHeadings(root);
  turnBoldIntoSubheads(root, { ...article, dateline });
  markLede(root, dateline);
  return { standfirst, keywords };
}

/** Title and date, each perhaps twice. What says them a thousand times is up to something else. */
const MOST_REPEATS = 8;

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

const paragraphsOf = (root: ParentNode): Element[] =>
  [...root.querySelectorAll("p")].filter((paragraph) => !paragraph.closest(SUBORDINATE));

const firstParagraph = (root: ParentNode): Element | null => paragraphsOf(root)[0] ?? null;

const isDate = (paragraph: Element, { language }: Pick<Known, "language">): boolean =>
  isDateLine(paragraph.textContent ?? "", language ?? null);

/** A bold date above the text that is not the by-line's: it stays what it is, and what stands below it leads. */
function datelineOf(root: ParentNode & Node, article: Known): Element | null {
  const first = firstParagraph(root);
  return first && isBoldOnly(first) && isNothingBefore(root, first) && isDate(first, article) ? first : null;
}

type Dated = Known & { dateline: Element | null };

function takeBoldStandfirst(root: ParentNode & Node, { dateline, ...article }: Dated): string | null {
  const first = paragraphsOf(root).find((paragraph) => paragraph !== dateline);
  if (!first || !isBoldOnly(first) || !isNothingBefore(root, first, dateline)) return null;
  const text = first.textContent.replace(/\s+/g, " ").trim();
  if (isDate(first, article) || fold(text) === fold(article.title)) return null;
  // A colon announces what follows: a subhead. A link must stay where it can be followed.
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

function turnBoldIntoSubheads(root: ParentNode & Node, { dateline, ...article }: Dated): void {
  const paragraphs = paragraphsOf(root);
  const bold = paragraphs.filter(isBoldOnly);
  // Where most of it is bold, bold is the publisher's taste and heads nothing.
  if (bold.length > paragraphs.length - bold.length + root.querySelectorAll("li").length) return;
  const isChronicle = dateline !== null && bold.some((each) => each !== dateline && isDate(each, article));
  for (const paragraph of bold) {
    if (paragraph === dateline && !isChronicle) continue;
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

function markLede(root: ParentNode, dateline: Element | null): void {
  const paragraphs = [...root.children].filter((child) => child.localName === "p" && child !== dateline);
  const lede = paragraphs.find((paragraph) => fold(paragraph.textContent) !== "");
  if (lede && !lede.hasAttribute("data-role")) lede.className = "lede";
}
