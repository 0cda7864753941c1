import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Fault, Site, SourceArticle } from "./article.ts";
import { listArticles, readArticles } from "./articles.ts";
import { readOptions, type Options } from "./options.ts";
import { writeJsonFeed } from "./jsonFeed.ts";
import { writeRssFeed } from "./rssFeed.ts";

export type Output = { print: (line: string) => void; complain: (line: string) => void };

/**
 * Publishes a folder of articles and answers the exit code: 0 all is well, 1 some articles were left out, 2 nothing
 * could be done. Feeds in which no article is left are not written: they would look like a site that took all back.
 */
export function publishSite(args: string[], { print, complain }: Output): 0 | 1 | 2 {
  const options = readOptions(args);
  const obstacle = typeof options === "string" ? options : findObstacle(options);
  if (typeof options === "string" || obstacle !== null) {
    complain(`site: ${obstacle}`);
    return 2;
  }
  const { articles, faults } = readArticles(options.articles, options.site);
  for (const fault of faults) complain(describe(fault));
  const files = articles.length > 0 ? compose(articles, options) : new Map<string, Uint8Array>();
  const changed = [...files].filter(([path, bytes]) => writeChanged(join(options.out, path), bytes));
  print(summarize({ articles, faults, files: files.size, changed: changed.length, out: options.out }));
  return faults.length > 0 ? 1 : 0;
}

function findObstacle({ articles, out }: Options): string | null {
  if (!isFolder(articles)) return `there is no folder ${articles}`;
  if (existsSync(out) && !isFolder(out)) return `${out} is not a folder`;
  if (listArticles(articles).length === 0) return `there are no articles (files that end in .md) in ${articles}`;
  return null;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function describe({ file, field, reason }: Fault): string {
  return `${file}: ${field}: ${reason}`;
}

/** What to write, by its path in the output folder. */
function compose(articles: SourceArticle[], { site, feeds }: { site: Site; feeds: Options["feeds"] }) {
  const files = new Map<string, Uint8Array>();
  if (feeds.includes("json")) files.set("feed.json", Buffer.from(writeJsonFeed(site, articles)));
  if (feeds.includes("rss")) files.set("feed.xml", Buffer.from(writeRssFeed(site, articles)));
  for (const picture of articles.flatMap((article) => article.pictures)) files.set(picture.path, picture.bytes);
  return files;
}

/** An unchanged file keeps its time, so that servers and build tools go on answering "not modified". */
function writeChanged(path: string, bytes: Uint8Array): boolean {
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return true;
}

type Summary = { articles: SourceArticle[]; faults: Fault[]; files: number; changed: number; out: string };

function summarize({ articles, faults, files, changed, out }: Summary): string {
  const leftOut = new Set(faults.map((fault) => fault.file)).size;
  const published = `${articles.length} published, ${leftOut} left out`;
  return `Articles: ${published}. Files in ${out}: ${changed} written, ${files - changed} unchanged.`;
}
