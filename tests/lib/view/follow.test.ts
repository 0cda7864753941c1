import { expect, test } from "vitest";
import { newFeed } from "../../../lib/db/feeds.ts";
import { createFollow } from "../../../lib/view/follow.ts";

function setUp(answers: boolean[]) {
  const seen: string[] = [];
  const present = { ...newFeed({ id: "a", url: "https://a.example/feed", title: "The A", homeUrl: null }, 0) };
  const follow = createFollow({
    feeds: () => [present],
    askToFetch: async (url) => {
      seen.push(`ask ${url}`);
      return answers.shift() ?? false;
    },
    follow: async (url) => {
      seen.push(`follow ${url}`);
      return { id: "new", isNew: true };
    },
    refreshNow: async (id) => void seen.push(`refresh ${id}`),
  });
  return { follow, seen };
}

test("an allowed address is followed and fetched at once", async () => {
  const { follow, seen } = setUp([true]);
  expect(await follow.submit("b.example/feed")).toBe(true);
  expect(seen).toEqual(["ask https://b.example/feed", "follow https://b.example/feed", "refresh new"]);
  expect(follow.state.value).toMatchObject({ kind: "added", host: "b.example" });
});

test("the browser is asked in the click itself, before anything is awaited", () => {
  const { follow, seen } = setUp([true]);
  void follow.submit("b.example/feed");
  expect(seen).toEqual(["ask https://b.example/feed"]);
});

test("a refused host is not followed, and can be allowed afterwards", async () => {
  const { follow, seen } = setUp([false, true]);
  expect(await follow.submit("b.example/feed")).toBe(false);
  expect(follow.state.value).toMatchObject({ kind: "refused", host: "b.example" });
  expect(seen).toEqual(["ask https://b.example/feed"]);
  expect(await follow.allow()).toBe(true);
  expect(seen).toContain("follow https://b.example/feed");
});

test("nothing is asked for a bad or a followed address", async () => {
  const { follow, seen } = setUp([]);
  expect(await follow.submit("news")).toBe(false);
  expect(follow.state.value).toEqual({ kind: "bad" });
  expect(await follow.submit("https://a.example/feed/")).toBe(false);
  expect(follow.state.value).toEqual({ kind: "followed", title: "The A" });
  expect(seen).toEqual([]);
});

test("a refused host can be left at that", async () => {
  const { follow } = setUp([false]);
  await follow.submit("b.example/feed");
  follow.dismiss();
  expect(follow.state.value).toEqual({ kind: "idle" });
  expect(await follow.allow()).toBe(false);
});
