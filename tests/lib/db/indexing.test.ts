import { describe, expect, test } from "vitest";
import { deleteArticles } from "../../../lib/db/deletion.ts";
import { indexingProgress, rebuildIndex, tendIndex } from "../../../lib/db/indexing.ts";
import { openDatabase, type Db } from "../../../lib/db/schema.ts";
import { readState } from "../../../lib/db/state.ts";
import { readFrozen, thaw } from "../../support/frozenDatabase.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { queryOf } from "../../support/searchDocument.ts";
import { found, scanned } from "../../support/searching.ts";

const QUERIES = ["text ", "of", "a1", "a1 ", '"text of"', "tag:world -a2 ", "news", "issue 3 "].map(queryOf);

/** The database as a worker finds it that starts anew, and that dies in the write of this number. */
function dyingAt(name: string, write: number): Db {
  const db = openDatabase(name);
  let left = write;
  db.use({
    stack: "dbcore",
    name: "dying",
    create: (core) => ({
      ...core,
      table: (table) => {
        const given = core.table(table);
        return {
          ...given,
          mutate: (request) => (left-- > 0 ? given.mutate(request) : Promise.reject(new Error("died"))),
        };
      },
    }),
  });
  return db;
}

async function expectAgreement(db: Db) {
  for (const query of QUERIES) {
    const ids = await scanned(db, query);
    expect({ query, ...(await found(db, query)) }).toEqual({ query, ids, total: ids.length, isDamaged: false });
  }
}

async function manySegments(): Promise<Db> {
  const db = makeDb();
  for (let i = 1; i <= 20; i++) {
    await store(db, { insert: [makeDraft({ title: `A${i}` }), makeDraft({ title: `B${i}`, tags: [] })] });
    if (i % 5 === 0) await deleteArticles(db, [i, 2 * i - 1], NOW);
  }
  return db;
}

async function tendWithDeaths(name: string): Promise<number> {
  for (let deaths = 0; ; deaths++) {
    const db = dyingAt(name, deaths % 13);
    const end = await tendIndex(db).then(
      () => "done",
      (fault: Error) => fault.message,
    );
    await expectAgreement(db);
    db.close();
    if (end === "done") return deaths;
  }
}

test("a transaction writes one segment row and few blocks", async () => {
  const db = makeDb();
  const text = { format: "text", source: "word ".repeat(1200), baseUrl: null } as const;
  await store(db, { insert: Array.from({ length: 200 }, (_, i) => makeDraft({ title: `T${i}`, text })) });
  expect(await db.segments.count()).toBe(1);
  expect(await db.segmentBlocks.count()).toBe(2);
});

describe("segments are merged", () => {
  test("so that few are left, and what they took is given back", async () => {
    const db = await manySegments();
    expect(await db.segments.count()).toBe(24);
    await tendIndex(db);
    expect(await db.segments.count()).toBeLessThan(8);
    const present = new Set(await db.segments.toCollection().primaryKeys());
    const blocks = await db.segmentBlocks.toArray();
    expect(blocks.filter(({ segment }) => !present.has(segment))).toEqual([]);
    await expectAgreement(db);
  });

  test("without the postings of deleted articles, and without the memory of them", async () => {
    const db = makeDb();
    for (const title of ["A", "B", "C", "D", "E", "F"]) await store(db, { insert: [makeDraft({ title })] });
    for (const id of [1, 3, 5]) await deleteArticles(db, [id], NOW);
    await tendIndex(db);
    const segments = await db.segments.toArray();
    expect(segments.map(({ documents, voided }) => [documents, [...voided]])).toEqual([[3, []]]);
    await expectAgreement(db);
  });

  test("by workers that die in any write, and found is what is there at each moment", async () => {
    const { name } = await manySegments();
    expect(await tendWithDeaths(name)).toBeGreaterThan(3);
  });

  test("while articles are deleted and stored between the parts", async () => {
    const { name } = await manySegments();
    for (let i = 0; i < 12; i++) {
      const dying = dyingAt(name, i);
      await tendIndex(dying).catch(() => undefined);
      dying.close();
      const db = openDatabase(name);
      await deleteArticles(db, [10 + i], NOW);
      await store(db, { insert: [makeDraft({ title: `D${i}` })] });
      await expectAgreement(db);
      db.close();
    }
  });
});

describe("what earlier versions stored", () => {
  test.each(["v1", "v2"])("becomes searchable: %s", async (version) => {
    await thaw(readFrozen(version), `old ${version}`);
    const db = openDatabase(`old ${version}`);
    expect(await indexingProgress(db)).toBe(0);
    expect((await found(db, queryOf("news"))).ids).toEqual([]);
    await tendIndex(db);
    expect(await indexingProgress(db)).toBeNull();
    expect((await found(db, queryOf("news"))).ids.length).toBeGreaterThan(5);
    await expectAgreement(db);
  });

  test("is indexed though workers die in it, and though an article is changed before its turn", async () => {
    const db = await manySegments();
    await db.segments.clear();
    await db.state.put({ key: "indexing", value: { below: 41, of: 41, replaces: null } });
    const [stored] = await db.articles.toArray();
    if (stored) await store(db, { revise: [{ stored, draft: makeDraft({ title: "A2", keys: stored.keys }) }] });
    for (let write = 0; write < 6; write++) await tendIndex(dyingAt(db.name, write)).catch(() => undefined);
    await tendIndex(db);
    await expectAgreement(db);
  });
});

describe("a damaged index", () => {
  test.each(["missing", "garbage"])(
    "gives what can be read and says so, and is rebuilt when asked: %s",
    async (damage) => {
      const db = await manySegments();
      await tendIndex(db);
      const [block] = await db.segmentBlocks
        .where("n")
        .equals(0)
        .toArray()
        .catch(() => db.segmentBlocks.toArray());
      if (!block) throw new Error("no block");
      if (damage === "missing") await db.segmentBlocks.delete([block.segment, block.n]);
      else await db.segmentBlocks.put({ ...block, bytes: new Uint8Array(20).fill(255) });
      expect((await found(openDatabase(db.name), queryOf("text"))).isDamaged).toBe(true);
      await rebuildIndex(db);
      expect(await indexingProgress(db)).toBe(0);
      await tendIndex(db);
      await expectAgreement(openDatabase(db.name));
      expect(await readState(db, "deadSegments")).toEqual([]);
    },
  );
});
