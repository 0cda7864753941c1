import type { Source } from "../../lib/view/sources.ts";

/** A source that is well, as the settings list it. */
export const sourceOf = (change: Partial<Source> = {}): Source => ({
  id: "home",
  title: "A source",
  monogram: "A",
  tint: 0,
  isHome: false,
  url: "https://a.example/feed",
  isSecure: true,
  shownUrl: "a.example/feed",
  unread: 3,
  isChecking: false,
  checkedAt: 0,
  nextCheckAt: 60_000,
  tags: ["news"],
  isPaused: false,
  intervalMs: null,
  pictures: "all",
  pictureHosts: "any",
  trouble: [],
  remedy: null,
  ...change,
});
