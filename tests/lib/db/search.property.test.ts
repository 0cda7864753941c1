import { expect, test } from "vitest";
import { setFlags } from "../../../lib/db/articles.ts";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { rebuildIndex, tendIndex } from "../../../lib/db/indexing.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { makeRandom } from "../../support/makeRandom.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { queryOf } from "../../support/searchDocument.ts";
import { found, scanned } from "../../support/searching.ts";

const WORDS = [
  "river",
  "rivers",
  "rise",
  "Über",
  "café",
  "naïve",
  "e-mail",
  "东京都",
  "東京",
  "日本語",
  "ไทยแลนด์",
  "of",
  "the",
];
const FEEDS = ["home", "river", "other"];
const TAGS = ["world", "rise", "東京", "Café society"];

const QUERIES = [
  ...["river", "river ", "ri", "r", "uber ", "cafe naive", "e-mail ", "东京 ", "京", "東京都", "日本語", "ไทย", "zzz"],
  ...[
    '"river rise"',
    '"of the"',
    '-"of the" river',
    "river -rise",
    "the -river -of",
    "intitle:river",
    '-intitle:"the river"',
  ],
  ...[
    "tag:world",
    "tag:東京 river",
    "-tag:rise river",
    'tag:"cafe society"',
    "from:river",
    "from:oth the",
    "-from:home the",
  ],
  ...[
    "is:starred",
    "is:unread river",
    "is:later -is:unread",
    "-is:unread of",
    "before:2024-07-01 the",
    "after:2024-07-02 r",
  ],
  ...["after:2024-06-20 before:2024-07-01", "tag:world is:starred after:2024-06-25 of"],
].map(queryOf);

const RUNS = Number(process.env["PROPERTY_RUNS"] ?? 3);

test.each(Array.from({ length: RUNS }, (_, i) => i + 1))(
  "what is found is what a scan finds, whatever happened: %i",
  async (seed) => {
    const random = makeRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const words = (most: number) =>
      Array.from({ length: below(most) }, () => WORDS[below(WORDS.length)] ?? "").join(" ");
    const db = makeDb();
    let made = 0;
    const draft = (feedId: string) => {
      const title = words(4);
      const keys = [`${feedId} g:${made++}`];
      const text = random() < 0.7 ? { format: "html" as const, source: `<p>${words(30)}</p>`, baseUrl: null } : null;
      const flags = {
        unread: random() < 0.5 ? 1 : 0,
        starred: random() < 0.1 ? 1 : 0,
        later: random() < 0.1 ? 1 : 0,
      } as const;
      const sortAt = NOW - below(20 * 86_400_000);
      const tags = TAGS.filter(() => random() < 0.3);
      return makeDraft({ ...flags, title, keys, feedId, sortAt, tags, text, summary: words(6), authors: [words(3)] });
    };
    const some = async (db: Db, count: number) => {
      const articles = await db.articles.toArray();
      return articles.length === 0
        ? []
        : Array.from({ length: count }, () => articles[below(articles.length)]).filter((a) => a !== undefined);
    };
    const acts = [
      async (feedId: string) =>
        store(db, { insert: Array.from({ length: 1 + below(30) }, () => draft(feedId)) }, feedId),
      async (feedId: string) => store(db, { insert: [draft(feedId)] }, feedId),
      async (feedId: string) => {
        const stored = (await some(db, 3)).filter(
          (each, i, all) => each.feedId === feedId && all.findIndex(({ id }) => id === each.id) === i,
        );
        const revise = stored.map((each) => {
          const { unread, starred, later, sortAt } = each;
          return { stored: each, draft: { ...draft(feedId), keys: each.keys, unread, starred, later, sortAt } };
        });
        if (revise.length > 0) await store(db, { revise }, feedId);
      },
      async () =>
        deleteArticles(
          db,
          (await some(db, 1 + below(5))).map(({ id }) => id),
          NOW,
        ),
      async () =>
        setFlags(
          db,
          (await some(db, 5)).map(({ id }) => id),
          { unread: 0, starred: 1 },
        ),
      async () => tendIndex(db),
      async () => (random() < 0.2 ? rebuildIndex(db) : undefined),
    ];
    for (let step = 0; step < 40; step++) {
      await acts[below(acts.length)]?.(FEEDS[below(FEEDS.length)] ?? "home");
      await compare(db, QUERIES[below(QUERIES.length)] ?? queryOf("the"));
    }
    for (const query of QUERIES) await compare(db, query);
    await tendIndex(db);
    for (const query of QUERIES) await compare(db, query);
  },
  60_000,
);

async function compare(db: Db, query: ReturnType<typeof queryOf>) {
  const ids = await scanned(db, query);
  expect({ query, ...(await found(db, query)) }).toEqual({ query, ids, total: ids.length, isDamaged: false });
}
