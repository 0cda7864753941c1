import type { Article } from "../lib/model.ts";
import { openingOf } from "../lib/view/opening.ts";
import type { Reader } from "../lib/view/reader.ts";

/** Opens a row's article where the click asks for it. */
export function openRow(reader: Reader, article: Article, event: MouseEvent): void {
  const opening = openingOf(event);
  if (opening === null) return;
  event.preventDefault();
  if (opening === "here") reader.open(article.id, "chosen");
  if (opening === "originalBehind") reader.openOriginal(article, "background");
  if (opening === "fullTab") reader.openTab(article.id);
}
