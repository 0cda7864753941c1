import { expect, test } from "vitest";
import type { AlertMode } from "../../../lib/model.ts";
import { alertModeOf } from "../../../lib/rules/alerts.ts";

type Chosen = Record<string, AlertMode>;

/** What counts for an article of the source "a" and the tags "world" and "law". */
const modeBy = (feeds: Chosen, tags: Chosen) =>
  alertModeOf(
    { feedId: "a", tags: ["world", "law"] },
    { feeds: new Map(Object.entries(feeds)), tags: new Map(Object.entries(tags)) },
  );

test.each<{ says: string; feeds: Chosen; tags: Chosen; mode: AlertMode }>([
  { says: "nothing is a group", feeds: {}, tags: {}, mode: "group" },
  {
    says: "the choice for another source or tag is none",
    feeds: { b: "each" },
    tags: { sport: "count" },
    mode: "group",
  },
  { says: "its source alone", feeds: { a: "count" }, tags: {}, mode: "count" },
  { says: "any of its tags", feeds: {}, tags: { law: "each" }, mode: "each" },
  { says: "each before count", feeds: { a: "count" }, tags: { world: "each" }, mode: "each" },
  { says: "count before a group", feeds: { a: "group" }, tags: { law: "count" }, mode: "count" },
  { says: "a tag's ignore before all", feeds: { a: "each" }, tags: { world: "each", law: "ignore" }, mode: "ignore" },
  { says: "a source's ignore before all", feeds: { a: "ignore" }, tags: { world: "each" }, mode: "ignore" },
])("$says: $mode", ({ feeds, tags, mode }) => {
  expect(modeBy(feeds, tags)).toBe(mode);
});
