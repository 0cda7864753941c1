import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { publishSite } from "../../../lib/publish/command.ts";
import { makeFolder } from "./folder.ts";

const root = join(import.meta.dirname, "../../..");
const sources = join(root, "lib/publish/edition");
const packaged = join(root, "public/edition");
const feed = JSON.parse(readFileSync(join(packaged, "feed.json"), "utf8"));
/** Of the text as its author wrote it. */
const SEED_BODY = "95b42d08908faad2b01f6e50d71d8749bef5bc38431d4106cc3cf4c16858818c";
const seed = "taliban-rejects-pakistan-seeks-closer-ties-with-india";

function readTree(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile()).sort();
  return Object.fromEntries(files.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

test("the packaged edition is what its sources give today (npm run edition)", () => {
  const out = makeFolder();
  const complaints: string[] = [];
  // The feed names its own site, so that its title and address stand in one place.
  const options = ["--url", feed.home_page_url, "--title", feed.title, "--only", "json"];
  const code = publishSite([sources, out, ...options], { print: () => {}, complain: (line) => complaints.push(line) });
  expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
  expect(readTree(packaged)).toEqual(readTree(out));
});

test("the first article is the newest, and its text is the original to the byte", () => {
  expect(feed.items[0].url).toBe(`${feed.home_page_url}${seed}/`);
  expect(sha256(feed.items[0]._source.markdown)).toBe(SEED_BODY);
});

test("every article has a summary, a day, a tag and a picture that is packaged", () => {
  expect(feed.items).toHaveLength(11);
  for (const item of feed.items) {
    expect(item).toMatchObject({
      summary: expect.stringMatching(/\S/),
      tags: [expect.any(String), ...item.tags.slice(1)],
    });
    expect(item._source.date).toMatch(/^2024-0[67]-\d\d$/);
    expect(existsSync(join(packaged, item.image.slice(feed.home_page_url.length)))).toBe(true);
  }
  expect(new Set(feed.items.flatMap((item: { tags: string[] }) => item.tags)).size).toBeGreaterThanOrEqual(5);
});

test("nothing in the edition is loaded from elsewhere", () => {
  for (const { content_html: html } of feed.items) {
    const addresses = [...html.matchAll(/src="([^"]*)"/g)].map((match) => match[1]);
    expect(addresses.filter((address) => !address.startsWith(`${feed.home_page_url}images/`))).toEqual([]);
  }
});

test("the package stays small: no picture is over 90 KB", () => {
  const sizes = readdirSync(join(packaged, "images")).map((name) => statSync(join(packaged, "images", name)).size);
  expect(Math.max(...sizes)).toBeLessThan(90_000);
});
