import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import type { Feed, Trouble } from "../../../lib/model.ts";
import { outageOf } from "../../../lib/view/outage.ts";

function feed(kind: Trouble["kind"] | null): Feed {
  const made = newFeed({ id: "a", url: "https://a.example/feed", title: "A", homeUrl: null }, 0);
  return { ...made, trouble: kind && { kind, at: 0 } };
}

test("all is well without trouble", () => {
  expect(outageOf([feed(null), feed(null)])).toBeNull();
});

test("one silent source is named, several are counted", () => {
  expect(outageOf([feed("timeout"), feed(null)])?.kind).toBe("oneFailed");
  expect(outageOf([feed("timeout"), feed("serverError"), feed(null)])).toEqual({ kind: "severalFailed", count: 2 });
});

test("every source silent is a fault of its own, and being offline is none", () => {
  expect(outageOf([feed("timeout"), feed("serverError")])?.kind).toBe("allFailed");
  expect(outageOf([feed("offline"), feed("offline")])?.kind).toBe("offline");
});

test("a source that answered with what cannot be read is not called silent", () => {
  expect(outageOf([feed("notFound"), feed(null)])?.kind).toBe("oneUnreadable");
  expect(outageOf([feed("timeout"), feed("webPage"), feed(null)])).toEqual({ kind: "severalUnreadable", count: 2 });
  expect(outageOf([feed("forbidden")])?.kind).toBe("allUnreadable");
});

test("a source that was read with a fault is no outage", () => {
  expect(outageOf([feed("truncated"), feed("emptied")])).toBeNull();
});

test("pictures without room are told of before silent sources, and after articles without room", () => {
  expect(outageOf([feed("timeout")], "full")?.kind).toBe("picturesUnsaved");
  expect(outageOf([feed("storageFull")], "full")?.kind).toBe("storageFull");
});

test("full storage comes before everything", () => {
  expect(outageOf([feed("timeout"), feed("storageFull")])?.kind).toBe("storageFull");
});
