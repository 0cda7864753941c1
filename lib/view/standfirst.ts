import type { Article } from "../model.ts";
import { fold } from "./fold.ts";
import type { ArticleText } from "./reading.ts";

/** The line under the headline: the text's own, else the summary where it says more than the text's first lines. */
export function standfirstOf({ summary }: Pick<Article, "summary">, text: ArticleText): string | null {
  if (text.kind === "coming") return null;
  if (text.kind === "none") return summary || null;
  const { standfirst, fragment } = text.body;
  if (standfirst !== null) return standfirst;
  return summary === "" || isOpening(summary, fragment.textContent ?? "") ? null : summary;
}

/** A dateline or a caption may stand before the words that the summary was taken from. */
const BEFORE = 200;

/** Compared by letters: summaries end in dots, and texts are set with other quotation marks. */
function isOpening(summary: string, text: string): boolean {
  const wanted = fold(summary);
  const opening = fold(text.slice(0, 2 * summary.length + BEFORE));
  return opening.slice(0, wanted.length + BEFORE).includes(wanted);
}
