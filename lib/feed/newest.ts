import type { PreparedItem } from "./assembly.ts";
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

/** An item's date, found without parsing it. */
export function rawDateOfXml({ leaves, xml }: PreparedItem): string | null {
  const leaf = leaves.find(({ name }) => LEAVES.has(name));
  return leaf?.text ?? DATE.exec(xml)?.[1] ?? null;
}

const LEAVES = new Set(["pubdate", "published", "dc:date", "updated"]);
const DATE = /<(?:\w+:)?(?:pubDate|published|date|updated|issued|modified)\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]{4,60})/i;
