import { searchTextOf } from "../feed/searchText.ts";
import type { Article, Body } from "../model.ts";
import type { Plan, TitledFeed } from "../search/plan.ts";
import { seekWords } from "../search/seekWords.ts";
import { tagsGiven } from "../tags/mapTags.ts";
import { getBodies } from "./bodies.ts";
import type { Db } from "./schema.ts";

type Asked = { plan: Plan; feeds: TitledFeed[] };
type Phrase = Plan["phrases"][number] & { isSaidIn: (text: string) => boolean };
/** What only the text can tell of an article. */
type Doubt = { row: Article; phrases: Phrase[] };

/** Those of which the phrases hold. Texts are read where titles, summaries and names leave a doubt. */
export async function withPhrases(db: Db, rows: Article[], { plan, feeds }: Asked): Promise<Article[]> {
  if (plan.phrases.length === 0) return rows;
  const titles = new Map(feeds.map(({ id, title }) => [id, title]));
  const asked = plan.phrases.map((phrase): Phrase => ({ ...phrase, isSaidIn: seekWords(phrase) }));
  const doubts = rows.flatMap((row): Doubt[] => {
    const phrases = leftToText(row, asked, titles.get(row.feedId) ?? "");
    return phrases === null ? [] : [{ row, phrases }];
  });
  const unsure = doubts.filter(({ phrases }) => phrases.length > 0);
  const texts = await getBodies(
    db,
    unsure.map(({ row }) => row),
  );
  const shutOut = new Set(unsure.filter(({ phrases }, i) => !hold(phrases, texts[i] ?? null)));
  return doubts.filter((doubt) => !shutOut.has(doubt)).map(({ row }) => row);
}

/** The phrases that are neither met nor missed before the text is read; null where one is against the article. */
function leftToText(row: Article, phrases: Phrase[], feedTitle: string): Phrase[] | null {
  const left: Phrase[] = [];
  for (const phrase of phrases) {
    const { title, summary, authors } = row;
    const fields = phrase.inTitle ? [title] : [title, summary, ...authors, ...tagsGiven(row), feedTitle];
    const isSaid = fields.some(phrase.isSaidIn);
    if (!isSaid && !phrase.inTitle) left.push(phrase);
    else if (isSaid === phrase.not) return null;
  }
  return left;
}

function hold(phrases: Phrase[], body: Body | null): boolean {
  const text = searchTextOf(body);
  return phrases.every(({ isSaidIn, not }) => isSaidIn(text) !== not);
}
