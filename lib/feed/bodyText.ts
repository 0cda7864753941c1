import type { Body } from "../model.ts";
import { textOf } from "./htmlText.ts";
import { withoutMarkdown } from "./withoutMarkdown.ts";

/** All the text of a body without its markup: for search, for counting words, for telling whether it changed. */
export function textOfBody(body: Body): string {
  if (body.format === "text") return body.source;
  return textOf(body.format === "markdown" ? withoutMarkdown(body.source) : body.source);
}
