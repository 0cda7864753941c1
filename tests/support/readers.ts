import { signal } from "@preact/signals";
import { expect, vi } from "vitest";
import type { Db } from "../../lib/db/schema.ts";
import { DEFAULTS } from "../../lib/settings.ts";
import { PAGE_ROWS } from "../../lib/view/pageRows.ts";
import { createReader, type Reader, type ReaderDeps } from "../../lib/view/reader.ts";
import { makeDraft, NOW, store } from "./rows.ts";

const HOUR = 3_600_000;

export const URL_OF = "https://home.example/an-article";

/** A reader over articles 1 to `count`, the first one the newest; a day holds 12 of them. */
export async function makeReader(db: Db, count: number, change: Partial<ReaderDeps> = {}): Promise<Reader> {
  const titles = Array.from({ length: count }, (_, i) => i + 1);
  await store(db, {
    insert: titles.map((n) => makeDraft({ title: String(n), sortAt: NOW - n * 2 * HOUR, url: URL_OF })),
  });
  const reader = openReader(db, change);
  await vi.waitFor(() => expect(reader.list.rows.value).toHaveLength(Math.min(count, PAGE_ROWS)));
  return reader;
}

/** As a page makes it, nothing of the list read yet. */
export function openReader(db: Db, change: Partial<ReaderDeps> = {}): Reader {
  return createReader({
    first: null,
    db,
    now: () => NOW,
    tagOrder: [],
    isTwoPane: signal(false),
    appearance: signal(DEFAULTS),
    keySettings: signal(DEFAULTS),
    isWhole: signal(true),
    openTab: async () => {},
    openSettings: async () => {},
    browserKeys: { read: async () => ({ openPopup: "Alt+Shift+F", openPanel: "" }), change: async () => {} },
    markdownToHtml: async (source) => `<p>${source}</p>`,
    ...noting([]),
    ...change,
  });
}

/** What a reader asks of the world, written down. */
export const noting = (seen: string[]) => ({
  changeAppearance: async (change: object) => void seen.push(JSON.stringify(change)),
  refreshNow: async (feedId: string | null) => void seen.push(`refresh ${feedId}`),
  refreshDue: async () => void seen.push("refresh due"),
  loadOlder: async (feedId: string) => void seen.push(`older ${feedId}`),
  openOriginal: async (url: string, tab: string) => void seen.push(`${url} ${tab}`),
});

/** Resolves when the article that was opened is drawn. */
export const shown = (reader: Reader) =>
  vi.waitFor(() => expect(reader.reading.article.value?.id).toBe(reader.openId.value));
