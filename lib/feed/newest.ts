import { parseDate } from "./dates.ts";

/** The newest so many of a list, in the list's own order. Those without a date rank last, the earlier the better. */
export function keepNewest<T>(list: T[], limit: number, rawDateOf: (entry: T) => string | null): T[] {
  if (list.length <= limit) return list;
  const ranked = list.map((entry, position) => {
    const raw = rawDateOf(entry);
    return { entry, position, at: (raw === null ? null : parseDate(raw))?.at ?? -Infinity };
  });
  const kept = ranked.sort((a, b) => (a.at === b.at ? a.position - b.position : b.at - a.at)).slice(0, limit);
  return kept.sort((a, b) => a.position - b.position).map(({ entry }) => entry);
}

/** The date in an item's XML, found without parsing it. */
export function rawDateOfXml(item: string): string | null {
  return (
    /<(?:\w+:)?(?:pubDate|published|date|updated|issued|modified)\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]{4,60})/i.exec(
      item,
    )?.[1] ?? null
  );
}
