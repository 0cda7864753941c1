import { locale, type MessageKey } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { longDate } from "../lib/view/publishedDate.ts";
import type { Reader } from "../lib/view/reader.ts";
import { standfirstOf } from "../lib/view/standfirst.ts";
import { listText } from "./listText.ts";

/** Tells people in passing what became of what they did. */
export type Say = (key: MessageKey) => void;

export async function copyText(text: string, say: Say): Promise<void> {
  // The browser may refuse, for instance while it has not been clicked into.
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  say(isCopied ? "copied" : "copyRefused");
}

/** The open article as it is read. */
export async function markdownOf({ reading, feeds }: Reader, article: Article): Promise<string> {
  const { articleMarkdown } = await import("../lib/view/articleMarkdown.ts");
  const text = reading.text.peek();
  return articleMarkdown(article, text.kind === "ready" ? text.body : null, {
    standfirst: standfirstOf(article, text),
    authors: article.authors.length === 0 ? null : listText(article.authors),
    source: feeds.names.peek().get(article.feedId) ?? null,
    date: longDate(article, locale()),
  });
}
