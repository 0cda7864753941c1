import type { Known } from "../db/ingest.ts";
import { inscribed } from "../db/tombstones.ts";
import { grouped } from "../feed/grouped.ts";
import { comparableLink, withLink, type KeyedItem } from "../feed/identity.ts";
import type { Article, Tombstone } from "../model.ts";

/** Whose each item of a document is: a stored article's, a deleted one's, or nobody's yet. */
export type Ownership = {
  owners: Map<KeyedItem, Article>;
  dead: Map<KeyedItem, Tombstone>;
  fresh: KeyedItem[];
  /** A long document is new almost whole. */
  isMassChange: boolean;
};

export function findOwners(items: KeyedItem[], { stored, buried }: Known): Ownership {
  const owners = ownersByKey(items, stored);
  const dead = deadByKey(
    items.filter((keyed) => !owners.has(keyed)),
    buried,
  );
  const unowned = items.filter((keyed) => !owners.has(keyed) && !dead.has(keyed));
  const isMassChange = items.length >= LONG_DOCUMENT && unowned.length > MOST * items.length;
  if (!isMassChange && !hasNewGuids(items, owners)) return { owners, dead, fresh: unowned, isMassChange };

  const owned = new Set(owners.values());
  const free = stored.filter((article) => !owned.has(article));
  const renamed = isMassChange ? ownersByLinkOrTitle(unowned, free) : ownersByLink(unowned, free);
  if (isMassChange && renamed.size < MOST * unowned.length) return { owners, dead, fresh: unowned, isMassChange };
  const fresh = unowned.filter((keyed) => !renamed.has(keyed));
  return { owners: new Map([...owners, ...renamed]), dead, fresh, isMassChange: false };
}

/** Items that a document must have before it can be taken for one that was stored under other names. */
const LONG_DOCUMENT = 10;
const MOST = 0.8;

/** Most of what the document repeats has got new guids: they do not last, and an edited title must not cost its link. */
function hasNewGuids(items: KeyedItem[], owners: Map<KeyedItem, Article>): boolean {
  const renewed = [...owners].filter(
    ([{ item, keys }, owner]) => item.guid !== null && !owner.keys.includes(keys[0] ?? ""),
  );
  return renewed.length >= 3 && renewed.length > items.length / 2;
}

/**
 * First keys choose first: an alias (the link of an item with a new guid) finds only what nobody else in the document
 * owns, and only under the same title. A wrong match would lose an article, a missed one only doubles it.
 */
function ownersByKey(items: KeyedItem[], stored: Article[]): Map<KeyedItem, Article> {
  const byKey = grouped(stored, ({ keys }) => keys);
  const owners = new Map<KeyedItem, Article>();
  const owned = new Set<Article>();
  const claim = (keyed: KeyedItem, key: string | undefined, isRightful: (article: Article) => boolean) => {
    const owner = byKey.get(key ?? "")?.find((article) => !owned.has(article) && isRightful(article));
    if (!owner || owners.has(keyed)) return;
    owners.set(keyed, owner);
    owned.add(owner);
  };
  for (const keyed of items) {
    const [primary = ""] = keyed.keys;
    // The link was added when others shared this guid; that they are gone from the document makes nobody else of it.
    claim(keyed, primary, (article) => article.keys[0] === withLink(primary, keyed.item.url));
    claim(keyed, primary, (article) => article.keys[0] === primary);
  }
  for (const keyed of items) {
    for (const key of keyed.keys) claim(keyed, key, (article) => article.title === keyed.item.title);
  }
  return owners;
}

/** The dead are known by the same rules as the living. */
function deadByKey(items: KeyedItem[], buried: Tombstone[]): Map<KeyedItem, Tombstone> {
  const byKey = grouped(buried, ({ keys }) => keys);
  const dead = new Map<KeyedItem, Tombstone>();
  for (const keyed of items) {
    const { keys, titleHash } = inscribed({ keys: keyed.keys, title: keyed.item.title });
    const isSame = (tombstone: Tombstone) => tombstone.keys[0] === keys[0] || tombstone.titleHash === titleHash;
    const tombstone = keys.flatMap((key) => byKey.get(key) ?? []).find(isSame);
    if (tombstone) dead.set(keyed, tombstone);
  }
  return dead;
}

/**
 * A site that moves to other software renames everything it lists. Then a link alone will do, or a title whose dates do
 * not differ (columns of one name appear each day), as far as they name one article only.
 */
function ownersByLinkOrTitle(unowned: KeyedItem[], free: Article[]): Map<KeyedItem, Article> {
  const owners = ownersByLink(unowned, free);
  const owned = new Set(owners.values());
  const rest = unowned.filter((keyed) => !owners.has(keyed));
  const byTitle = pairs(
    rest,
    free.filter((article) => !owned.has(article)),
    ({ title }) => title,
  );
  for (const [keyed, owner] of byTitle) {
    if (isSameTime(keyed.item.publishedAt, owner.publishedAt)) owners.set(keyed, owner);
  }
  return owners;
}

const ownersByLink = (unowned: KeyedItem[], free: Article[]): Map<KeyedItem, Article> =>
  pairs(unowned, free, ({ url }) => comparableLink(url ?? ""));

/** Each item and the article of the same name, where that is a name and nobody else's. */
function pairs(unowned: KeyedItem[], free: Article[], nameOf: NameOf): Map<KeyedItem, Article> {
  const items = grouped(unowned, ({ item }) => [nameOf(item)]);
  const articles = grouped(free, (article) => [nameOf(article)]);
  const found = new Map<KeyedItem, Article>();
  for (const [name, [item, ...otherItems]] of items) {
    const [article, ...others] = articles.get(name) ?? [];
    if (name !== "" && item && article && otherItems.length + others.length === 0) found.set(item, article);
  }
  return found;
}

type NameOf = (named: Pick<Article, "url" | "title">) => string;

const HALF_A_DAY_MS = 12 * 3_600_000;

const isSameTime = (a: number | null, b: number | null): boolean =>
  a === null || b === null || Math.abs(a - b) < HALF_A_DAY_MS;
