import type { Body } from "../model.ts";
import { textOf } from "./html.ts";
import { repairMojibake } from "./mojibake.ts";
import { plainHtmlText } from "./plainHtml.ts";
import { withoutMarkdown } from "./text.ts";

/** What search knows of an article's text: the words of `textOfBody`, repaired as they are for reading. */
export function searchTextOf(body: Body | null): string {
  if (body === null) return "";
  if (body.format === "text") return repairLines(body.source);
  const html = body.format === "markdown" ? withoutMarkdown(body.source) : body.source;
  return repairLines(plainHtmlText(html) ?? textOf(html));
}

/** Each line by itself, as each text of a page is: what is right in one says nothing about another. */
function repairLines(text: string): string {
  return /[\u00C2-\u00F4]/.test(text) ? text.split("\n").map(repairMojibake).join("\n") : text;
}
