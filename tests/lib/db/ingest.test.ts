import { describe, expect, test } from "vitest";
import { getBody } from "../../../lib/db/articles.ts";
import { readCounts, recount } from "../../../lib/db/counters.ts";
import { claimFeed, releaseFeed } from "../../../lib/db/feeds.ts";
import { LEASE_MS } from "../../../lib/db/lease.ts";
import { ingest } from "../../../lib/db/ingest.ts";
import { addFeed, makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const isWanted = () => true;

describe("one refresh is one transaction", () => {
  test("a fault inside it leaves no article, body, counter or validator behind", async () => {
    const db = makeDb();
    const claimed = await claimFeed(db, (await addFeed(db)).id, { id: "lease", now: NOW, isWanted });
    if (!claimed) throw new Error("not claimed");
    const twice = makeDraft({ title: "a" });
    const broken = { ...makeDraft({ title: "b" }), tags: [() => 1] as unknown as string[] };
    const validators = { etag: '"1"', lastModified: null, bodyHash: null, storedAt: NOW };
    const harvest = { claimed, now: NOW, keys: twice.keys, feed: { validators } };
    await expect(
      ingest(db, { ...harvest, merge: () => ({ insert: [twice, broken], revise: [], rebury: [], isDoubtful: false }) }),
    ).rejects.toThrow();
    expect(await db.articles.count()).toBe(0);
    expect(await db.bodies.count()).toBe(0);
    expect(await db.counters.count()).toBe(0);
    expect((await db.feeds.get("home"))?.validators.etag).toBeNull();
  });

  test("writes nothing when the lease has passed to someone else", async () => {
    const db = makeDb();
    await addFeed(db);
    const slow = await claimFeed(db, "home", { id: "slow", now: NOW, isWanted });
    await claimFeed(db, "home", { id: "quick", now: NOW + LEASE_MS, isWanted });
    if (!slow) throw new Error("not claimed");
    const merge = () => ({ insert: [makeDraft({ title: "a" })], revise: [], rebury: [], isDoubtful: false });
    expect(await ingest(db, { claimed: slow, now: NOW, keys: [], merge, feed: {} })).toEqual({ kind: "leaseLost" });
    expect(await db.articles.count()).toBe(0);
  });
});

describe("a revised article", () => {
  test("keeps its id and replaces its body; an emptied chunk goes", async () => {
    const db = makeDb();
    await store(db, { insert: [makeDraft({ title: "a" })] });
    const stored = await db.articles.get(1);
    if (!stored) throw new Error("not stored");
    const draft = makeDraft({ title: "a", text: { format: "html", source: "New", baseUrl: null } });
    await store(db, { revise: [{ stored, draft }] });
    const revised = await db.articles.get(1);
    expect(revised && (await getBody(db, revised))?.source).toBe("New");
    expect(await db.bodies.count()).toBe(1);
    expect(new Map(await readCounts(db))).toEqual(await recount(db));
  });

  test("leaves its neighbours' bodies in the old chunk", async () => {
    const db = makeDb();
    await store(db, { insert: [makeDraft({ title: "a" }), makeDraft({ title: "b" })] });
    const stored = await db.articles.get(1);
    if (!stored) throw new Error("not stored");
    await store(db, { revise: [{ stored, draft: makeDraft({ title: "a", text: null }) }] });
    const neighbour = await db.articles.get(2);
    expect(neighbour && (await getBody(db, neighbour))?.source).toBe("Text of b");
  });
});

test("news is remembered until it is told; a picture is queued once", async () => {
  const db = makeDb();
  const hero = { url: "https://home.example/a.png", alt: "" };
  await store(db, { insert: [makeDraft({ title: "a", hero }), { ...makeDraft({ title: "b", hero }), isNews: false }] });
  await store(db, { insert: [makeDraft({ title: "c", hero })] });
  expect((await db.state.get("arrivals"))?.value).toEqual([1, 3]);
  expect(await db.images.where("wanted").equals(1).count()).toBe(1);
});

describe("a feed's lease", () => {
  test("keeps others out for two minutes, and counts as lost when it runs out", async () => {
    const db = makeDb();
    await addFeed(db);
    expect(await claimFeed(db, "home", { id: "a", now: NOW, isWanted })).not.toBeNull();
    expect(await claimFeed(db, "home", { id: "b", now: NOW + LEASE_MS - 1, isWanted })).toBeNull();
    expect((await claimFeed(db, "home", { id: "b", now: NOW + LEASE_MS, isWanted }))?.lostLeases).toBe(1);
  });

  test("is not given for a feed that is not wanted any more", async () => {
    const db = makeDb();
    await addFeed(db);
    expect(await claimFeed(db, "home", { id: "a", now: NOW, isWanted: () => false })).toBeNull();
  });

  test("taken under a clock that was put back since does not keep it for years", async () => {
    const db = makeDb();
    await addFeed(db);
    await claimFeed(db, "home", { id: "a", now: NOW + 365 * 24 * 3_600_000, isWanted });
    expect(await claimFeed(db, "home", { id: "b", now: NOW, isWanted })).not.toBeNull();
  });

  test("ends with an outcome, which sets the count of lost leases back", async () => {
    const db = makeDb();
    await addFeed(db);
    await claimFeed(db, "home", { id: "a", now: NOW, isWanted });
    const again = await claimFeed(db, "home", { id: "b", now: NOW + LEASE_MS, isWanted });
    if (!again) throw new Error("not claimed");
    await releaseFeed(db, again, { failures: 1 });
    expect(await db.feeds.get("home")).toMatchObject({ lease: null, lostLeases: 0, failures: 1 });
  });
});
