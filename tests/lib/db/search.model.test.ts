import fc from "fast-check";
import { expect, test } from "vitest";
import { listPage } from "../../../lib/db/articles.ts";
import { readChoices } from "../../../lib/db/choices.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { tendIndex } from "../../../lib/db/indexing.ts";
import { getBodies } from "../../../lib/db/bodies.ts";
import { openSearch } from "../../../lib/db/search.ts";
import { matches } from "../../../lib/search/matches.ts";
import { pinnedTags } from "../../../lib/tags/pinnedTags.ts";
import { queryOf } from "../../support/searchDocument.ts";
import { makeDb, NOW } from "../../support/rows.ts";
import { documentsOf, isListed, newModel, rowsOf, tagsOfRow, type Row } from "../../support/storeModel.ts";
import { addSources, STEP_NAMES, take, type Step, type World } from "../../support/storeSteps.ts";
import { TAGS, WORDS } from "../../support/storeWords.ts";

/**
 * Whatever is done to the store, it holds what a plain list of rows holds; its counters are what a recount gives; and
 * every query finds the articles that a scan of all of them finds. `PROPERTY_RUNS=10000` tries as many sequences.
 */

const word = fc.constantFrom(...WORDS);
const day = fc
  .integer({ min: -40, max: 160 })
  .map((days) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10));
const clause = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.tuple(word, word).map((pair) => `"${pair.join(" ")}"`),
  fc.tuple(word, fc.nat(3)).map(([whole, length]) => `intitle:${[...whole].slice(0, length + 1).join("")}`),
  fc.constantFrom(...TAGS, "none").map((tag) => `tag:"${tag}"`),
  fc.constantFrom("herald", "the st", "東京", "café", "storm", "none").map((name) => `from:"${name}"`),
  fc.constantFrom("is:unread", "is:starred", "is:later"),
  fc.tuple(fc.constantFrom("before", "after"), day).map((pair) => pair.join(":")),
);
const signed = fc.tuple(fc.constantFrom("", "", "-"), clause).map((parts) => parts.join(""));
const typed = fc.oneof(
  // A beginning of a word, as it is typed.
  fc.tuple(word, fc.nat(4)).map(([whole, length]) => [...whole].slice(0, length + 1).join("")),
  fc.array(signed, { minLength: 1, maxLength: 3 }).map((clauses) => `${clauses.join(" ")} `),
);
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(
    ...STEP_NAMES,
    "publishes" as const,
    "publishesMany" as const,
    "fusses" as const,
    "merges" as const,
    "mutesTag" as const,
    "mergesTags" as const,
    "undoes" as const,
  ),
  n: fc.nat(999),
  hours: fc.nat(110),
});

test("any sequence of what is done leaves the rows, the counts and the hits of a plain list", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 30, size: "max" }),
      fc.array(typed, { minLength: 8, maxLength: 8 }),
      async (steps, queries) => {
        const world: World = { db: makeDb(), model: newModel(NOW) };
        await addSources(world);
        for (const [i, each] of steps.entries()) {
          await take(world, each);
          await expectRows(world);
          await expectLists(world);
          await expectHits(world, queries[i % queries.length] ?? "");
        }
        for (const query of queries) await expectHits(world, query);
        await tendIndex(world.db);
        for (const query of queries) await expectHits(world, query);
        await world.db.delete();
      },
    ),
    {
      numRuns: Number(process.env["PROPERTY_RUNS"] ?? 8),
      ...(process.env["SEED"] && { seed: Number(process.env["SEED"]) }),
    },
  );
}, 3_600_000);

async function expectRows({ db, model }: World): Promise<void> {
  const articles = await db.articles.toArray();
  const bodies = await getBodies(db, articles);
  const stored = articles.map(
    ({ id, feedId, title, summary, authors, tags, givenTags, sortAt, arrivedAt, unread, starred, later }, i): Row => ({
      ...{ id, feedId, title, summary, authors, sortAt, arrivedAt, unread, starred, later },
      tags: givenTags ?? tags,
      text: bodies[i]?.source.replace(/^<p>|<\/p>$/g, "") ?? "",
    }),
  );
  expect(stored).toEqual(rowsOf(model).toSorted((a, b) => a.id - b.id));
  expect(articles.map(({ tags }) => tags)).toEqual(stored.map((row) => tagsOfRow(model, row)));
  expect(new Map(await readCounts(db))).toEqual(await recount(db));
}

/** Every list holds what is in no muted tag, and that of a muted tag what it mutes. */
async function expectLists({ db, model }: World): Promise<void> {
  expect(pinnedTags(await readChoices(db)).sort()).toEqual(unmergedPins(model).sort());
  for (const tag of [null, ...TAGS]) {
    for (const view of ["all", "unread", "starred"] as const) {
      const isIn = (row: Row) => view === "all" || row[view] === 1;
      const listed = (row: Row) =>
        isIn(row) &&
        (view === "starred" ? tag === null || tagsOfRow(model, row).includes(tag) : isListed(model, row, tag));
      const rows = await listPage(db, { view, tag, feedId: null }, null, 9_999);
      const expected = rowsOf(model).filter(listed);
      expect({ tag, view, ids: rows.map(({ id }) => id).sort((a, b) => a - b) }).toEqual({
        ...{ tag, view },
        ids: expected.map(({ id }) => id).sort((a, b) => a - b),
      });
    }
  }
}

/** What was pinned and then merged into another waits for the day on which it is a tag of its own again. */
const unmergedPins = ({ wishes }: World["model"]): string[] => wishes.pinned.filter((tag) => !wishes.merged.has(tag));

async function expectHits({ db, model }: World, typedText: string): Promise<void> {
  const query = queryOf(typedText);
  const expected = documentsOf(model).filter((document) => matches(query, document));
  const options = { feeds: model.sources, choices: await readChoices(db), now: model.now };
  const found = await readAll(openSearch(db, query, options));
  expect({ typedText, ids: found.toSorted((a, b) => a - b) }).toEqual({
    typedText,
    ids: expected.map(({ id }) => id).sort((a, b) => a - b),
  });
  expect(await openSearch(db, query, options).count(() => true)).toBe(expected.length);
}

/** All pages: whole ones but the last, none damaged, the same again when they are asked for again. */
async function readAll(search: ReturnType<typeof openSearch>): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const { articles, isLast, isDamaged, total } = await search.next();
    expect(isDamaged).toBe(false);
    ids.push(...articles.map(({ id }) => id));
    if (isLast) {
      if (total !== null) expect(total).toBe(ids.length);
      return ids;
    }
    expect(articles).toHaveLength(50);
  }
}
