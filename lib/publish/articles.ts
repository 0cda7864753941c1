import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Marked } from "marked";
import { markdownNotes } from "../feed/markdownNotes.ts";
import type { ArticlePicture, Fault, PictureFile, Site, SourceArticle } from "./article.ts";
import { readFrontmatter } from "./frontmatter.ts";
import { readdressPictures } from "./pictureAddresses.ts";
import { findPicture, isOnTheWeb } from "./pictures.ts";

export type Articles = { articles: SourceArticle[]; faults: Fault[] };

/** The names of the articles in a folder: files that end in `.md`; folders below it are not looked into. */
export function listArticles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith(".md")).map((entry) => entry.name);
}

/** Reads the good articles, newest first and by file name within a moment, and names the faults of the others. */
export function readArticles(folder: string, site: Site): Articles {
  const read = listArticles(folder)
    .sort()
    .map((file) => readArticle(join(folder, file), folder, site));
  const articles = read.flatMap((result) => ("faults" in result ? [] : [result]));
  const faults = read.flatMap((result) => ("faults" in result ? result.faults : []));
  const [kept, clashes] = setAsideClashes(articles);
  return { articles: kept.sort((a, b) => b.pubDate.at - a.pubDate.at), faults: [...faults, ...clashes] };
}

function readArticle(path: string, folder: string, site: Site): SourceArticle | { faults: Fault[] } {
  const file = basename(path);
  const text = readText(path);
  if (typeof text !== "string") return { faults: [{ file, ...text }] };
  const parts = readFrontmatter(text);
  if (!("body" in parts)) return { faults: parts.map((fault) => ({ file, ...fault })) };

  const { frontmatter } = parts;
  const pictures = collectPictures(folder, site.url);
  const hero = frontmatter.hero === null ? null : pictures.use(frontmatter.hero, "hero");
  const body = readdressPictures(parts.body, (address) => pictures.use(address, "body").url);
  const missed = body.missed
    .filter((address) => !isOnTheWeb(address))
    .map((address) => ({
      field: "body",
      reason: `the picture ${address} is written in a way that its address can't be completed; write ![text](address)`,
    }));
  const faults = [...pictures.faults, ...missed].map((fault) => ({ file, ...fault }));
  if (faults.length > 0) return { faults };

  const url = site.url + site.path.replace("{slug}", () => encodeURIComponent(basename(file, ".md")));
  const { markdown } = body;
  return { ...frontmatter, file, url, hero, markdown, html: toHtml(markdown, url), pictures: pictures.files };
}

/** What XML can't carry is left out at once, so that both feeds say the same. */
function readText(path: string): string | { field: string; reason: string } {
  if (!existsSync(path)) return { field: "file", reason: "is a link to nothing" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)).replace(NOT_IN_XML, "");
  } catch (fault) {
    if (fault instanceof TypeError) return { field: "text", reason: "is not UTF-8" };
    throw fault;
  }
}

/** https://www.w3.org/TR/xml/#charsets; lone surrogates can't come out of the decoder. */
const NOT_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

type Used = {
  use: (address: string, field: string) => ArticlePicture;
  files: PictureFile[];
  faults: { field: string; reason: string }[];
};

/** Remembers what an article uses. A picture with a fault keeps its address: its article is left out anyway. */
function collectPictures(folder: string, siteUrl: string): Used {
  const files: PictureFile[] = [];
  const faults: Used["faults"] = [];
  return { files, faults, use };

  function use(address: string, field: string): ArticlePicture {
    const found = findPicture(address, folder, siteUrl);
    if (typeof found !== "string") {
      if (found.file) files.push(found.file);
      return found.picture;
    }
    faults.push({ field, reason: found });
    return { url: address, type: null, width: null, height: null };
  }
}

const withNotes = new Marked(markdownNotes());

/** RSS does not say what a relative link is relative to, so the links of the HTML are made absolute. */
function toHtml(markdown: string, articleUrl: string): string {
  return withNotes.parse(markdown, {
    async: false,
    walkTokens: (token) => {
      if (token.type !== "link" || !URL.canParse(token.href, articleUrl)) return;
      token.href = new URL(token.href, articleUrl).href;
    },
  });
}

/** `a.png` and `images/a.png` would be published under one name: the later article gives way. */
function setAsideClashes(articles: SourceArticle[]): [SourceArticle[], Fault[]] {
  const sources = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { file, pictures } of articles) {
    for (const { path, source } of pictures) {
      const first = sources.get(path) ?? source;
      sources.set(path, first);
      if (first === source) continue;
      const reason = `two different pictures would be published as ${path}; rename one`;
      faults.push({ file, field: "pictures", reason });
    }
  }
  const kept = articles.filter(({ file }) => !faults.some((fault) => fault.file === file));
  return [kept, faults];
}
