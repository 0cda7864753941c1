import { beforeEach, expect, test } from "vitest";
import type { Db } from "../../../lib/db/schema.ts";
import { mute } from "../../../lib/tags/choosing.ts";
import { createAlertChoices, type AlertChoices } from "../../../lib/view/alertChoices.ts";
import { choose } from "../../support/choosing.ts";
import { addFeed, makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { waitUntil } from "../../support/waitUntil.ts";

const DAY = 24 * 3_600_000;

let db: Db;
let alerts: AlertChoices;
beforeEach(async () => {
  db = makeDb();
  await addFeed(db);
  alerts = createAlertChoices({ db, now: () => NOW, locale: "en" });
});

/** So many articles of each tag. */
const arrive = (tags: Record<string, number>, sortAt = NOW) =>
  store(db, {
    insert: Object.entries(tags).flatMap(([tag, count]) =>
      Array.from({ length: count }, (_, i) => makeDraft({ title: `${tag} ${i} ${sortAt}`, tags: [tag], sortAt })),
    ),
  });

const tagsShown = () => alerts.lists.value?.tags.map(({ name }) => name);
const untilTags = (...names: string[]) =>
  waitUntil(() => String(tagsShown()) === String(names), { what: names.join(), withinMs: 2000 });

test("the largest tags are listed by name, and all when they are asked for", async () => {
  const names = [..."abcdefghij"];
  await arrive(Object.fromEntries(names.map((name, i) => [name, i + 1])));
  await untilTags(..."CDEFGHIJ");
  expect(alerts.lists.value?.tagCount).toBe(10);
  alerts.showAllTags();
  await untilTags(..."ABCDEFGHIJ");
});

test("a tag of which something was chosen stays listed when it has no article, and a muted one is not", async () => {
  await arrive({ world: 2, dull: 3 });
  await alerts.tellOfTag("quiet", "count");
  await choose(db, mute("dull"));
  await untilTags("Quiet", "World");
});

test("what was chosen is on the row, and a group is no choice", async () => {
  await alerts.tellOfTag("world", "ignore");
  await alerts.tellOfSource("home", "each");
  expect(await db.tags.toArray()).toEqual([{ tag: "world", alerts: "ignore" }]);
  expect(await db.feeds.get("home")).toMatchObject({ alerts: "each" });
  await waitUntil(() => alerts.lists.value?.sources[0]?.mode === "each", { what: "the choice" });
  await alerts.tellOfTag("world", "group");
  await alerts.tellOfSource("home", "group");
  expect(await db.tags.toArray()).toEqual([]);
  expect(await db.feeds.get("home")).not.toHaveProperty("alerts");
});

test("recent articles are those of the last seven days", async () => {
  await arrive({ world: 2 }, NOW - 8 * DAY);
  await arrive({ world: 3 }, NOW - 6 * DAY);
  await waitUntil(() => alerts.lists.value?.tags[0]?.recent === 3, { what: "three articles" });
  expect(alerts.lists.value?.sources[0]?.recent).toBe(3);
});
