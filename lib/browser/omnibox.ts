import { browser } from "wxt/browser";
import { readChoices } from "../db/choices.ts";
import { listFeeds } from "../db/feeds.ts";
import { openSearch } from "../db/search.ts";
import type { Db } from "../db/schema.ts";
import { t } from "../i18n.ts";
import { localMidnight } from "../refresh/zone.ts";
import { parseQuery } from "../search/query.ts";
import { markHits, type Piece } from "../search/snippet.ts";
import { openReaderAt } from "./readerPlace.ts";

/**
 * The address bar's search (keyword `news`): Enter on the text opens the search in the full tab, on a suggestion its
 * article. What is not a suggestion's content is a text to search for.
 */
export function answerAddressBar(db: Db): void {
  const { omnibox } = browser;
  omnibox.setDefaultSuggestion({ description: describe(wordsOfDefault()) });
  omnibox.onInputChanged.addListener((text, suggest) => void suggestionsFor(db, text).then(suggest));
  omnibox.onInputEntered.addListener((content, disposition) => {
    const place = ARTICLE.test(content) ? content : `#/search/${encodeURIComponent(content)}`;
    void openReaderAt(place, disposition);
  });
}

const ARTICLE = /^#\/article\/\d+$/;
/** The browser shows no more, whatever it is given. */
const MOST = 6;

async function suggestionsFor(db: Db, text: string) {
  const { query } = parseQuery(text, localMidnight);
  const known = { feeds: await listFeeds(db), choices: await readChoices(db) };
  const { articles } = await openSearch(db, query, { ...known, now: Date.now() }).next();
  return articles.slice(0, MOST).map(({ id, title }) => ({
    content: `#/article/${id}`,
    description: describe(markHits(title, query, "title")),
  }));
}

/** Chromium puts what is typed in the place of `%s`. */
function wordsOfDefault(): Piece[] {
  if (import.meta.env.FIREFOX) return [{ text: t("searchArticles"), isHit: false }];
  const [before = "", after = ""] = t("addressBarSearch", SLOT).split(SLOT);
  return [
    { text: before, isHit: false },
    { text: "%s", isHit: true },
    { text: after, isHit: false },
  ];
}

const SLOT = "\uFFFC";

/** Chromium reads descriptions as XML and refuses what is none; Firefox shows them as they are. */
function describe(pieces: Piece[]): string {
  if (import.meta.env.FIREFOX) return pieces.map(({ text }) => text).join("");
  return pieces.map(({ text, isHit }) => (isHit ? `<match>${escapeXml(text)}</match>` : escapeXml(text))).join("");
}

const ESCAPES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);

function escapeXml(text: string): string {
  // XML knows no control characters, and no half of a pair.
  const valid = text.toWellFormed().replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]/g, " ");
  return valid.replace(/[&<>"']/g, (sign) => ESCAPES.get(sign) ?? sign);
}
