import type { Article } from "../model.ts";
import { escapeMarkdown } from "./markdownText.ts";
import type { RenderedBody } from "./render.ts";
import { toMarkdown } from "./toMarkdown.ts";
import { withoutTracking } from "../feed/tracking.ts";

/** What stands around a text, as people read it. */
export type Around = { standfirst: string | null; authors: string | null; source: string | null; date: string | null };

/** An article to keep elsewhere: headline, who says it and where, the text, its keywords. */
export function articleMarkdown(article: Article, body: RenderedBody | null, around: Around): string {
  const url = article.url === null ? null : withoutTracking(article.url);
  const facts = [around.authors, around.source, around.date].filter((fact) => fact !== null).map(escapeMarkdown);
  const blocks = [
    `# ${escapeMarkdown(article.title)}`,
    around.standfirst === null ? "" : `**${escapeMarkdown(around.standfirst)}**`,
    facts.join(" · "),
    url === null ? "" : `<${url}>`,
    article.hero === null ? "" : `![${escapeMarkdown(article.hero.alt)}](<${article.hero.url}>)`,
    // A copy: the one that is read stays as it is. The fragment of a body is one.
    body === null ? "" : toMarkdown(body.fragment.cloneNode(true) as DocumentFragment),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
