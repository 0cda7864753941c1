import { textOf } from "../feed/htmlText.ts";
import type { Article, Body } from "../model.ts";
import { dropRepeatedHero, type FindPictures, showPictures } from "./bodyPictures.ts";
import { boxCode } from "./codeBlocks.ts";
import { applyContentRules } from "./contentRules.ts";
import type { EmbedLabel } from "./embeds.ts";
import { isTooHeavy } from "./htmlWeight.ts";
import { markNotes } from "./notes.ts";
import { readingTime } from "./readingTime.ts";
import { sanitize } from "./sanitize.ts";
import { boxTables } from "./tables.ts";
import { repairTexts, setTypography, typographic } from "./typography.ts";

export type RenderedBody = {
  fragment: DocumentFragment;
  standfirst: string | null;
  keywords: string[];
  /** Reading time; 0 where there is nothing to read. */
  minutes: number;
  /** The markup could not be worked out in sane time: Markdown shows as it was written, HTML without its markup. */
  isPlainText: boolean;
  /** Pictures that show. */
  images: number;
};

export type RenderDeps = {
  /** Null where the source is too large or too slow to convert. */
  markdownToHtml: (source: string) => Promise<string | null>;
  findPictures: FindPictures;
  embedLabel?: EmbedLabel;
};

/**
 * A stored body as it is read: safe, without what stands around it, well set. A fault of ours costs the one text its
 * layout, and not the page.
 */
export async function renderBody(article: Article, body: Body, deps: RenderDeps): Promise<RenderedBody> {
  const markup = await markupOf(body, deps);
  try {
    return await drawBody(markup, { article, body }, deps);
  } catch (fault) {
    if (markup === null) throw fault;
    reportError(fault);
    return drawBody(null, { article, body }, deps);
  }
}

type Drawn = { article: Article; body: Body };

/** `markup`: null where the words alone are shown. */
async function drawBody(markup: string | null, { article, body }: Drawn, deps: RenderDeps): Promise<RenderedBody> {
  const fragment =
    markup === null
      ? paragraphsOf(body.format === "html" ? textOf(body.source) : body.source)
      : sanitize(markup, body.baseUrl ?? article.url, deps.embedLabel);
  repairTexts(fragment);
  const { standfirst, keywords } = applyContentRules(fragment, article);
  if (article.hero !== null) dropRepeatedHero(fragment, article.hero.url);
  const images = await showPictures(fragment, deps.findPictures);
  boxTables(fragment);
  boxCode(fragment);
  markNotes(fragment);
  setTypography(fragment);
  return {
    fragment,
    standfirst: standfirst === null ? null : typographic(standfirst),
    keywords,
    minutes: readingTime(wordsOf(fragment)),
    isPlainText: markup === null && body.format !== "text",
    images,
  };
}

async function markupOf(body: Body, deps: RenderDeps): Promise<string | null> {
  if (body.format === "text") return null;
  const html = body.format === "html" ? body.source : await deps.markdownToHtml(body.source);
  return html === null || isTooHeavy(html) ? null : html;
}

/** More are no verses: they become words of one paragraph. */
const MOST_LINES = 5_000;

function paragraphsOf(given: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const isEndless = (given.match(/\n/g)?.length ?? 0) > MOST_LINES;
  const source = isEndless ? given.replace(/\s*\n\s*/g, " ") : given;
  for (const text of source.split(/\r?\n(?:[ \t]*\r?\n)+/)) {
    if (text.trim() === "") continue;
    const paragraph = document.createElement("p");
    for (const [index, line] of text.trim().split(/\r?\n/).entries()) {
      if (index > 0) paragraph.append(document.createElement("br"));
      paragraph.append(line);
    }
    fragment.append(paragraph);
  }
  return fragment;
}

/** The text with a space between elements: what stands in two paragraphs is not one word. */
function wordsOf(fragment: DocumentFragment): string {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  return texts.join(" ");
}
