import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { publishSite } from "../../../lib/publish/command.ts";
import { makeFolder, png, writeArticle } from "./folder.ts";

const home = ["--url", "https://news.example.com/"];

function publish(articles: string, out: string, options = home) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const print = (line: string) => printed.push(line);
  const complain = (line: string) => complaints.push(line);
  return { code: publishSite([articles, out, ...options], { print, complain }), printed, complaints };
}

function readItems(out: string) {
  return JSON.parse(readFileSync(join(out, "feed.json"), "utf8")).items;
}

test("a folder becomes two feeds and its pictures, newest first and then by file name", () => {
  const articles = makeFolder({
    "b.md": writeArticle("B", { pubDate: "2024-07-03" }),
    "a.md": writeArticle("A ![](pic.png)", { pubDate: "2024-07-03", hero: "./images/hero.png" }),
    "old.md": writeArticle("O", { pubDate: "2024-07-02" }),
    "new.md": writeArticle("N", { pubDate: "2024-07-03T20:00:00+02:00" }),
    "notes.txt": "not an article",
    "pic.png": png,
    "images/hero.png": png,
  });
  const out = join(makeFolder(), "deep/out");
  const result = publish(articles, out);
  expect(result).toEqual({
    code: 0,
    printed: [`Articles: 4 published, 0 left out. Files in ${out}: 4 written, 0 unchanged.`],
    complaints: [],
  });
  const items = readItems(out);
  expect(items.map((item: { id: string }) => item.id)).toEqual([
    "https://news.example.com/new/",
    "https://news.example.com/a/",
    "https://news.example.com/b/",
    "https://news.example.com/old/",
  ]);
  expect(items[1].image).toBe("https://news.example.com/images/hero.png");
  expect(items[1]._source.markdown).toBe("A ![](https://news.example.com/images/pic.png)");
  expect(items[1].content_html).toContain('src="https://news.example.com/images/pic.png"');
  expect(readdirSync(out).sort()).toEqual(["feed.json", "feed.xml", "images"]);
  expect(readFileSync(join(out, "images/pic.png"))).toEqual(png);
});

test("a second run writes nothing, and a change rewrites only what it touches", () => {
  const articles = makeFolder({ "a.md": writeArticle("![](a.png)"), "a.png": png });
  const out = makeFolder();
  publish(articles, out);
  const before = readFileSync(join(out, "feed.xml"));
  utimesSync(join(out, "feed.xml"), 1, 1);
  expect(publish(articles, out).printed[0]).toContain("0 written, 3 unchanged");
  expect(readFileSync(join(out, "feed.xml"))).toEqual(before);
  expect(statSync(join(out, "feed.xml")).mtimeMs).toBe(1000);
  writeFileSync(join(articles, "a.md"), writeArticle("![](a.png) more"));
  expect(publish(articles, out).printed[0]).toContain("2 written, 1 unchanged");
});

test("bad articles are named with field and reason, and the good ones are published", () => {
  const articles = makeFolder({
    "good.md": writeArticle("Good"),
    "bad-date.md": writeArticle("", { pubDate: "2024-02-30" }),
    "escape.md": writeArticle("![](../secret.png)", { hero: "gone.png" }),
    "latin.md": Buffer.from(writeArticle("caf\u00e9"), "latin1"),
  });
  const out = makeFolder();
  const { code, printed, complaints } = publish(articles, out);
  expect(code).toBe(1);
  expect(complaints).toEqual([
    "bad-date.md: pubDate: 2024-02-30 is not in the calendar",
    "escape.md: hero: gone.png is not there",
    "escape.md: body: ../secret.png lies outside the folder of articles",
    "latin.md: text: is not UTF-8",
  ]);
  expect(printed[0]).toContain("1 published, 3 left out");
  expect(readItems(out)).toHaveLength(1);
});

test("feeds in which no article is left are not written", () => {
  const out = makeFolder({ "feed.json": "yesterday's" });
  expect(publish(makeFolder({ "a.md": "no frontmatter" }), out).code).toBe(1);
  expect(readFileSync(join(out, "feed.json"), "utf8")).toBe("yesterday's");
  expect(existsSync(join(out, "feed.xml"))).toBe(false);
});

test("of two pictures with one published name the second is a fault", () => {
  const articles = makeFolder({
    "a.md": writeArticle("", { hero: "x.png" }),
    "b.md": writeArticle("", { hero: "images/x.png" }),
    "c.md": writeArticle("![](images/y.png) ![](y.png)"),
    "x.png": png,
    "images/x.png": png,
    "y.png": png,
    "images/y.png": png,
  });
  expect(publish(articles, makeFolder()).complaints).toEqual([
    "b.md: pictures: two different pictures would be published as images/x.png; rename one",
    "c.md: pictures: two different pictures would be published as images/y.png; rename one",
  ]);
});

test("Markdown is kept to the byte in both feeds, but for control characters", () => {
  const body = '\n    code ]]> <!-- -->\r\n\r\n<b title="x">&apos;</b>\t\n';
  const out = makeFolder();
  publish(makeFolder({ "a.md": writeArticle(`${body}\u0000\u001b\ufffe`) }), out);
  expect(readItems(out)[0]._source.markdown).toBe(body);
  expect(readFileSync(join(out, "feed.xml"), "utf8")).not.toMatch(/[\0\x1b\ufffe]/);
});

test("relative links of the HTML are completed with the article's address", () => {
  const out = makeFolder();
  publish(makeFolder({ "a b.md": writeArticle("[x](../b/) [y](#z) [m](mailto:a@b.example)") }), out);
  const [item] = readItems(out);
  expect(item.content_html).toBe(
    '<p><a href="https://news.example.com/b/">x</a> <a href="https://news.example.com/a%20b/#z">y</a> <a href="mailto:a@b.example">m</a></p>\n',
  );
});

test("options name the site, move the articles and choose the feed", () => {
  const out = makeFolder();
  const options = ["--url", "https://x.example/n", "--path", "/blog/{slug}/", "--only", "json", "--title", "T"];
  publish(makeFolder({ "a.md": writeArticle("") }), out, [...options, "--description", "D", "--language", "de"]);
  const feed = JSON.parse(readFileSync(join(out, "feed.json"), "utf8"));
  expect(feed).toMatchObject({ title: "T", description: "D", language: "de", home_page_url: "https://x.example/n/" });
  expect(feed.items[0].url).toBe("https://x.example/n/blog/a/");
  expect(readdirSync(out)).toEqual(["feed.json"]);
});

test.each([
  ["no --url", [], "site: --url is missing"],
  ["an address that is none", ["--url", "news"], "site: --url news is not a web address"],
  ["a script for an address", ["--url", "javascript:1"], "site: --url javascript:1 is not a web address"],
  ["a path without a slug", [...home, "--path", "/blog/"], "site: --path /blog/ is not like /blog/{slug}/"],
  ["a feed of an unknown kind", [...home, "--only", "atom"], "site: --only atom is neither json nor rss"],
  ["an unknown option", [...home, "--colour", "red"], "site: Unknown option '--colour'"],
  ["a third folder", [...home, "more"], "site: name the folder of articles and the folder to write to"],
])("%s is one plain line and exit code 2", (_, options, line) => {
  const out = makeFolder();
  const { code, printed, complaints } = publish(makeFolder({ "a.md": writeArticle("") }), out, options);
  expect({ code, printed, written: readdirSync(out) }).toEqual({ code: 2, printed: [], written: [] });
  expect(complaints).toEqual([expect.stringContaining(line)]);
  expect(complaints[0]).not.toContain("\n");
});

test("a missing folder, a folder without articles and a file to write into are exit code 2", () => {
  const folder = makeFolder({ "a.txt": "", "b/a.md": writeArticle("") });
  expect(publish(join(folder, "none"), folder).complaints).toEqual([
    `site: there is no folder ${join(folder, "none")}`,
  ]);
  expect(publish(folder, folder)).toMatchObject({ code: 2, complaints: [expect.stringContaining("no articles")] });
  expect(publish(join(folder, "b"), join(folder, "a.txt"))).toMatchObject({ code: 2 });
});

test("the command line prints to its two streams and exits with the code", async () => {
  const articles = makeFolder({ "a.md": writeArticle(""), "bad-date.md": writeArticle("", { pubDate: "soon" }) });
  const jiti = join(import.meta.dirname, "../../../node_modules/jiti/lib/jiti-cli.mjs");
  const script = join(import.meta.dirname, "../../../lib/publish/site.ts");
  const run = promisify(execFile)(process.execPath, [jiti, script, articles, makeFolder(), ...home]);
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^Articles: 1 published, 1 left out\..*\n$/),
    stderr: 'bad-date.md: pubDate: "soon" is not a date; write 2024-07-03 or 2024-07-03T18:30:00+02:00\n',
  });
});
