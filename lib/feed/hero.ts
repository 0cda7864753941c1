import type { Body, Picture } from "../model.ts";
import type { DraftItem } from "./draft.ts";
import { altOf, firstImage } from "./htmlPictures.ts";
import { markdownPictures } from "./picturesIn.ts";
import { absoluteUrl } from "./url.ts";

/** The picture that stands for an article: the one named beside the text, else the first in it. */
export function heroOf(draft: DraftItem, body: Body | null, baseUrl: string): Picture | null {
  for (const image of draft.images) {
    const url = absoluteUrl(image.url, baseUrl);
    if (url !== null) return { url, alt: image.alt || altInBody(url, body) };
  }
  if (body?.format === "html") return firstImage(body.source, body.baseUrl);
  if (body?.format === "markdown") return firstOf(body) ?? firstImage(body.source, body.baseUrl);
  const html = [...draft.bodies, ...draft.summaries].find((text) => /<img\b/i.test(text.value));
  return html ? firstImage(html.value, baseUrl) : null;
}

/** The same picture often stands in the text as well, and there it is described. */
function altInBody(url: string, body: Body | null): string {
  return body?.format === "html" ? altOf(url, body.source, body.baseUrl) : "";
}

const firstOf = ({ source, baseUrl }: Body): Picture | null => markdownPictures(source, baseUrl).next().value ?? null;
