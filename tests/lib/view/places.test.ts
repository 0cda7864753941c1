// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { getPosition } from "../../../lib/db/positions.ts";
import type { Db } from "../../../lib/db/schema.ts";
import { forgetLeftOff, openPlace, readLeftOff, type Place } from "../../../lib/view/places.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";

const DAY = 24 * 3_600_000;

let db: Db;
beforeEach(async () => {
  db = makeDb();
  await store(db, { insert: ["a", "b"].map((title) => makeDraft({ title })) });
});

const at = (share: number): Place => ({ anchor: { block: 2, words: "words", passed: 0.5 }, share });

async function opened(articleId: number, now = NOW) {
  const ending = new AbortController();
  const place = await openPlace(db, articleId, { now: () => now, ending: ending.signal });
  return { ...place, leave: () => ending.abort() };
}

/** Reads an article up to there, and leaves it. */
async function leftAt(articleId: number, share: number, now = NOW) {
  const place = await opened(articleId, now);
  place.note(() => at(share));
  place.leave();
  await vi.waitFor(async () =>
    expect((await getPosition(db, articleId))?.share ?? null).toBe(share < 0.95 ? share : null),
  );
}

test("an article that is left in its middle opens there again", async () => {
  expect((await opened(1)).left).toBeNull();
  await leftAt(1, 0.4);
  expect((await opened(1)).left).toMatchObject(at(0.4));
});

test("nothing is written while somebody scrolls, but a little later", async () => {
  const { note } = await opened(1);
  const put = vi.spyOn(db.positions, "put");
  for (let i = 1; i <= 60; i++) note(() => at(i / 100));
  expect(put).not.toHaveBeenCalled();
  await vi.waitFor(async () => expect((await getPosition(db, 1))?.share).toBe(0.6), { timeout: 2000 });
  expect(put).toHaveBeenCalledTimes(1);
});

test("it is written at once when the page goes, or is hidden", async () => {
  for (const [share, event, target] of [
    [0.2, "pagehide", window],
    [0.3, "visibilitychange", document],
  ] as const) {
    const { note } = await opened(1);
    const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    note(() => at(share));
    target.dispatchEvent(new Event(event));
    await vi.waitFor(async () => expect((await getPosition(db, 1))?.share).toBe(share), { timeout: 500 });
    hidden.mockRestore();
  }
});

test("at its top, or read to its end, an article has no place", async () => {
  await leftAt(1, 0.4);
  const { note, leave } = await opened(1);
  note(() => null);
  leave();
  await vi.waitFor(async () => expect(await getPosition(db, 1)).toBeUndefined());
  await leftAt(1, 0.4);
  await leftAt(1, 0.96);
});

test("a page that cannot say where somebody is forgets nothing", async () => {
  await leftAt(1, 0.4);
  const { note, leave } = await opened(1);
  note(() => undefined);
  leave();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await getPosition(db, 1))?.share).toBe(0.4);
});

test("what was only opened in another window does not overwrite where somebody is", async () => {
  await leftAt(1, 0.4);
  const other = await opened(1);
  await leftAt(1, 0.7);
  other.leave();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await getPosition(db, 1))?.share).toBe(0.7);
});

test("the article that was left in its middle is offered for a week", async () => {
  await leftAt(1, 0.4);
  expect((await readLeftOff(db, NOW + 6 * DAY))?.id).toBe(1);
  expect(await readLeftOff(db, NOW + 8 * DAY)).toBeNull();
});

test("it is not offered when it was hardly begun, or finished, or when another was opened, or nobody wants it", async () => {
  await leftAt(1, 0.03);
  expect(await readLeftOff(db, NOW)).toBeNull();
  await leftAt(1, 0.4);
  await leftAt(1, 0.97);
  expect(await readLeftOff(db, NOW)).toBeNull();
  await leftAt(1, 0.4);
  await opened(2);
  await vi.waitFor(async () => expect(await readLeftOff(db, NOW)).toBeNull());
  await leftAt(1, 0.4);
  await forgetLeftOff(db);
  expect(await readLeftOff(db, NOW)).toBeNull();
});
