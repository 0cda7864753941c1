import type { Body, Picture } from "../model.ts";
import type { DraftItem } from "./draft.ts";
import { altOf, firstImage } from "./htmlPictures.ts";
import { absoluteUrl } from "./url.ts";

/** The picture that stands for an article: the one named beside the text, else the first in it. */
export function heroOf(draft: DraftItem, body: Body | null, baseUrl: string): Picture | null {
  for (const image of draft.images) {
    const url = absoluteUrl(image.url, baseUrl);
    if (url !== null) return { url, alt: image.alt || altInBody(url, body) };
  }
  if (body?.format === "html") return firstImage(body.source, body.baseUrl);
  if (body?.format === "markdown") return firstMarkdownImage(body) ?? firstImage(body.source, body.baseUrl);
  const html = [...draft.bodies, ...draft.summaries].find((text) => /<img\b/i.test(text.value));
  return html ? firstImage(html.value, baseUrl) : null;
}

/** The same picture often stands in the text as well, and there it is described. */
function altInBody(url: string, body: Body | null): string {
  return body?.format === "html" ? altOf(url, body.source, body.baseUrl) : "";
}

function firstMarkdownImage(body: Body): Picture | null {
  for (const match of body.source.matchAll(MARKDOWN_IMAGE)) {
    const url = absoluteUrl(match[2], body.baseUrl);
    if (url !== null) return { url, alt: match[1] ?? "" };
  }
  return null;
}

/** Neither part may hold its own opening bracket, bar a pair in the address: so a failing match fails at once. */
const MARKDOWN_IMAGE = /!\[([^[\]\n]*)\]\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))+)>?[^()\n]*\)/g;
