import { decodeEntities } from "./html.ts";
import type { OpmlFeed } from "./opml.ts";
import { escapeLabel } from "./outline.ts";

/**
 * Feeds as OPML 2.0 (http://opml.org/spec2.opml), to be stored as UTF-8. Programs read either `text` or `title`, and of
 * `type` only "rss", so all feeds have all three; tags are the `category`. `readOpml` reads the same feeds back.
 */
export function writeOpml(feeds: OpmlFeed[], { title, now }: { title: string; now: number }): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head>",
    `    <title>${escapeXml(title)}</title>`,
    `    <dateCreated>${new Date(now).toUTCString()}</dateCreated>`,
    "    <docs>http://opml.org/spec2.opml</docs>",
    "  </head>",
    "  <body>",
    ...feeds.map((feed) => `    ${outlineOf(feed)}`),
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

function outlineOf({ title, url, homeUrl, tags }: OpmlFeed): string {
  const category = tags.map(escapeLabel).join(",");
  const text = asHtml(title);
  const attributes = { type: "rss", text, title: text, xmlUrl: url, htmlUrl: homeUrl, category: category || null };
  const written = Object.entries(attributes).map(([name, value]) =>
    value === null ? "" : ` ${name}="${escapeXml(value)}"`,
  );
  return `<outline${written.join("")}/>`;
}

/** Only a name that speaks of character references is encoded: most programs show a name as it stands. */
function asHtml(name: string): string {
  return decodeEntities(name) === name ? name : name.replaceAll("&", "&amp;");
}

/** Text for between tags and for attributes, without the characters that XML 1.0 forbids even escaped (§2.2). */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g, "\uFFFD")
    .replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`);
}

const REFERENCES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
