import { parseArgs } from "node:util";
import type { Site } from "./article.ts";

export type Options = { articles: string; out: string; feeds: FeedFormat[]; site: Site };

export type FeedFormat = "json" | "rss";

const USAGE = 'npm run site -- ARTICLES OUT --url https://news.example.com [--title "…"] [--description "…"]';

/** Reads the command line. The text in the answer says what is wrong with it. */
export function readOptions(args: string[]): Options | string {
  const parsed = parse(args);
  if (typeof parsed === "string") return parsed;
  const [articles, out, ...rest] = parsed.positionals;
  if (!articles || !out || rest.length > 0) return `name the folder of articles and the folder to write to: ${USAGE}`;

  const { url, title, description = "", language = "en", path = "/{slug}/", only } = parsed.values;
  if (!url) return `--url is missing: the public address of your site, such as --url https://news.example.com`;
  const home = readHome(url);
  if (!home) return `--url ${url} is not a web address; it looks like https://news.example.com`;
  if (!path.startsWith("/") || !path.includes("{slug}")) return `--path ${path} is not like /blog/{slug}/`;
  if (only !== undefined && only !== "json" && only !== "rss") return `--only ${only} is neither json nor rss`;
  return {
    articles,
    out,
    feeds: only ? [only] : ["json", "rss"],
    site: { url: home.href.replace(/\/+$/, ""), title: title || home.host, description, language, path },
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const options = { url: text, title: text, description: text, language: text, path: text, only: text };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (fault) {
    // What parseArgs throws for a mistyped option is a TypeError whose message is meant for people.
    if (fault instanceof TypeError) return fault.message;
    throw fault;
  }
}

/** A query or fragment has no place in an address that others are made from. */
function readHome(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["https:", "http:"].includes(url.protocol)) return null;
  url.search = "";
  url.hash = "";
  return url;
}
