import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

test("without a live feed the edition under the site's address is the home feed", async () => {
  const { homeFeedUrl, site } = await import("../../lib/site.ts");
  expect(site.liveFeedUrl).toBeNull();
  expect(homeFeedUrl).toBe("https://news.foldline.example/feed.json");
});

test("every value can be given at build time", async () => {
  vi.stubEnv("WXT_SITE_NAME", "Example News");
  vi.stubEnv("WXT_SITE_URL", "https://example.com/news");
  vi.stubEnv("WXT_SITE_FEED", "https://feeds.example.com/all.xml");
  vi.stubEnv("WXT_SITE_TAGS", "Law, arts");
  vi.stubEnv("WXT_SITE_TILE", "#123456");
  vi.stubEnv("WXT_SITE_ACCENT", "#abcdef");
  const { homeFeedUrl, site } = await import("../../lib/site.ts");
  expect(homeFeedUrl).toBe("https://feeds.example.com/all.xml");
  expect(site).toEqual({
    name: "Example News",
    homeUrl: "https://example.com/news/",
    liveFeedUrl: "https://feeds.example.com/all.xml",
    tagOrder: ["law", "arts"],
    colours: { tile: "#123456", accent: "#abcdef" },
  });
});

test("an address is the site's folder, not the beginning of another host's name", async () => {
  vi.stubEnv("WXT_SITE_URL", "https://example.com");
  const { site } = await import("../../lib/site.ts");
  expect("https://example.com.evil.example/a".startsWith(site.homeUrl)).toBe(false);
});
