import { expect, test } from "vitest";
import { createWelcome } from "../../../lib/view/welcome.ts";
import { makeDb, makeDraft, NOW, store } from "../../support/rows.ts";
import { waitUntil } from "../../support/waitUntil.ts";

const tagOrder = ["world", "science"];

test("before anything has arrived the site's own topics are there, and later ones come behind them", async () => {
  const db = makeDb();
  const { topics } = createWelcome({ db, now: () => NOW, tagOrder });
  expect(topics.value.map(({ tag }) => tag)).toEqual(tagOrder);
  await store(db, {
    insert: [
      makeDraft({ title: "a", tags: ["ferries"], sortAt: NOW }),
      makeDraft({ title: "b", tags: ["science"], sortAt: NOW }),
    ],
  });
  await waitUntil(() => topics.value.length === 3, { what: "the arrived topic" });
  expect(topics.value).toEqual([
    { tag: "world", isPinned: false, thisWeek: 0 },
    { tag: "science", isPinned: false, thisWeek: 1 },
    { tag: "ferries", isPinned: false, thisWeek: 1 },
  ]);
});

test("choosing pins, choosing again lets go, and neither moves a topic", async () => {
  const db = makeDb();
  const { topics, choose } = createWelcome({ db, now: () => NOW, tagOrder });
  const [, science] = topics.value;
  if (!science) throw new Error("No topic");
  await choose(science);
  await waitUntil(() => topics.value[1]?.isPinned, { what: "the pin" });
  expect(topics.value.map(({ tag }) => tag)).toEqual(tagOrder);
  await choose({ ...science, isPinned: true });
  await waitUntil(() => topics.value[1]?.isPinned === false, { what: "its end" });
  expect(await db.tags.toArray()).toEqual([]);
});
