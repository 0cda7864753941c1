import { expect, test } from "vitest";
import { newestRequests, requestsOfFeed, totalsByHost } from "../../../lib/db/requestLists.ts";
import type { Db } from "../../../lib/db/schema.ts";
import type { RequestReason } from "../../../lib/model.ts";
import { makeDb, NOW } from "../../support/rows.ts";

async function noting(db: Db, url: string, feedId: string | null, why: RequestReason = "due"): Promise<void> {
  const id = (await db.requests.count()) + 1;
  const row = { id, at: NOW + id, url, why, status: 200, bytes: 10 * id, ms: 1 };
  await db.requests.add(feedId === null ? row : { ...row, feedId });
}

test("requests are listed the newest first, those of a source without its pictures, and added up by host", async () => {
  const db = makeDb();
  await noting(db, "https://a.example/feed", "a");
  await noting(db, "https://b.example/feed", "b");
  await noting(db, "https://a.example/page", null, "found");
  await noting(db, "https://a.example/picture.webp", "a", "picture");
  await noting(db, "https://a.example/feed", "a", "asked");
  expect((await newestRequests(db, 2)).map(({ id }) => id)).toEqual([5, 4]);
  expect((await requestsOfFeed(db, "a", 9)).map(({ id }) => id)).toEqual([5, 1]);
  expect(await totalsByHost(db)).toEqual([
    { host: "a.example", requests: 4, bytes: 130 },
    { host: "b.example", requests: 1, bytes: 20 },
  ]);
});
