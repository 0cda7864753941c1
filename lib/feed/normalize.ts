import type { FeedDocument, Item } from "./document.ts";
import type { Draft, DraftText } from "./draft.ts";
import { SUMMARY_LENGTH, TITLE_LENGTH } from "./limits.ts";
import { languageOf } from "./language.ts";
import { type Context, normalizeItem } from "./normalizeItem.ts";
import { repairMojibake } from "./mojibake.ts";
import { note, repairsOf, type Tally } from "./tally.ts";
import { lineOf, LONGEST_LINE, summaryOf } from "./text.ts";
import { absoluteUrl } from "./url.ts";

export type Reading = { url: string; now: number; encoding: string; format: FeedDocument["format"]; tally: Tally };

/** A draft made clean: texts plain, addresses absolute, dates numbers. */
export function normalize(draft: Draft, reading: Reading): FeedDocument {
  const documentUrl = absoluteUrl(draft.base, reading.url) ?? reading.url;
  const homeUrl = absoluteUrl(draft.homeUrl, documentUrl);
  const language = languageOf(draft.language);
  const hasBase = draft.base !== null;
  const context: Context = { ...reading, documentUrl, hasBase, homeUrl, language, authors: draft.authors };
  return {
    kind: "feed",
    title: lineOf(draft.title, TITLE_LENGTH),
    homeUrl,
    selfUrl: absoluteUrl(draft.selfUrl, documentUrl),
    nextUrl: absoluteUrl(draft.nextUrl, documentUrl),
    description: draft.description === null ? "" : summaryOf(draft.description, SUMMARY_LENGTH),
    language,
    iconUrl: absoluteUrl(draft.iconUrl, homeUrl ?? documentUrl),
    encoding: reading.encoding,
    format: reading.format,
    hints: draft.hints,
    items: normalizeItems(draft, context),
    repairs: repairsOf(reading.tally),
  };
}

function normalizeItems(draft: Draft, context: Context): Item[] {
  noteMojibake(context.tally, [draft.title]);
  const items: Item[] = [];
  const guids = new Set<string>();
  for (const draftItem of draft.items) {
    noteMojibake(context.tally, [draftItem.title]);
    const item = normalizeItem(draftItem, context);
    if (isNothing(item)) continue;
    if (item.guid !== null && guids.has(item.guid)) note(context.tally, "duplicateGuid");
    if (item.guid !== null) guids.add(item.guid);
    items.push(item);
  }
  return items;
}

function noteMojibake(tally: Tally, texts: (DraftText | null)[]): void {
  const starts = texts.map((text) => text?.value.slice(0, LONGEST_LINE) ?? "");
  note(tally, "mojibake", starts.filter((start) => repairMojibake(start) !== start).length);
}

/** An item that says nothing at all can be neither shown nor recognised. */
function isNothing(item: Item): boolean {
  if (item.guid || item.url || item.title || item.body || item.rawDate || item.heroUrl) return false;
  return item.authors.length + item.categories.length + item.enclosures.length === 0;
}
