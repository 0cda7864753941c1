import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeedServer } from "./feedServer.ts";
import { makeJsonFeed, type MadeItem } from "./makers.ts";
import { makePng } from "./pictures.ts";

const read = (name: string): string => readFileSync(join(import.meta.dirname, "../fixtures/articles", name), "utf8");

/**
 * A feed of articles that hold every kind of thing, in several languages. The
 * pictures in the first are also those above others, so that they are stored.
 */
export function serveTextArticles(server: FeedServer, more: MadeItem[] = []): number {
  const picture = (name: string) => `${server.origin()}/pictures/${name}.png`;
  const everything = read("everything.html").replaceAll('src="/pictures/', `src="${server.origin()}/pictures/`);
  const items: MadeItem[] = [
    { title: "Everything", html: everything, imageUrl: picture("hero"), tags: ["World"] },
    { title: "Arabic", html: read("arabic.html"), tags: ["World"] },
    { title: "Japanese", html: read("japanese.html"), tags: ["World"] },
    { title: "Wide", html: "<p>Its picture is wide.</p>", imageUrl: picture("wide") },
    { title: "Tall", html: "<p>Its picture is tall.</p>", imageUrl: picture("tall") },
    ...more,
  ];
  const feed = JSON.parse(makeJsonFeed({ items, language: "en" })) as { items: Record<string, unknown>[] };
  Object.assign(feed.items[0] ?? {}, { attachments: ATTACHED(server.origin()) });
  Object.assign(feed.items[1] ?? {}, { language: "ar" });
  Object.assign(feed.items[2] ?? {}, { language: "ja" });
  server.serve("/feed.json", { body: JSON.stringify(feed) });
  server.serve("/pictures/hero.png", { body: makePng(1200, 675) });
  server.serve("/pictures/wide.png", { body: makePng(1200, 800) });
  server.serve("/pictures/tall.png", { body: makePng(300, 900) });
  return items.length;
}

const ATTACHED = (origin: string) => [
  { url: `${origin}/talk.mp3`, mime_type: "audio/mpeg", size_in_bytes: 24_300_000 },
  { url: `${origin}/report.pdf`, mime_type: "application/pdf", size_in_bytes: 640_000 },
  { url: `${origin}/pictures/hero.png`, mime_type: "image/png", size_in_bytes: 12_000 },
  { url: "javascript:alert(1)", mime_type: "audio/mpeg", size_in_bytes: 12_000 },
];
