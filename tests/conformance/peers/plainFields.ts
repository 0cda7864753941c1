import { JSDOM } from "jsdom";
import type { Fields, ItemFields, Markup, Source } from "../fields.ts";

/** What a mapping in a hurry says: anything may be missing, no address is absolute and no date a number yet. */
export type Maybe<T> = T | null | undefined;
type Loose = {
  [name in "id" | "link" | "title" | "published" | "updated"]: Maybe<string>;
} & { [name in "content" | "summary" | "authors" | "tags"]: Maybe<string>[] } & {
  enclosures: { url?: Maybe<string>; type?: Maybe<string>; length?: Maybe<number> }[];
};

export function fields(title: Maybe<string>, link: Maybe<string>, items: ItemFields[], from: Source): Fields {
  return { title: asShown(title), link: absolute(link, from), items };
}

export function item(from: Source, loose: Loose): ItemFields {
  return {
    id: loose.id ?? null,
    link: absolute(loose.link, from),
    title: asShown(loose.title),
    content: loose.content.flatMap((value) => markup(value, from)),
    summary: loose.summary.flatMap((value) => markup(value, from)),
    authors: present(loose.authors),
    tags: present(loose.tags),
    published: loose.published ? Date.parse(loose.published) : null,
    updated: loose.updated ? Date.parse(loose.updated) : null,
    enclosures: loose.enclosures.map(({ url, type, length }) => ({
      url: absolute(url, from) ?? "",
      type: type ?? "",
      length: length === null || length === undefined ? null : Number(length),
    })),
  };
}

/** Whoever sets a title as HTML sees its characters, whatever the parser left of their names. */
function asShown(title: Maybe<string>): string | null {
  const isNamed = typeof title === "string" && /&\w+;/.test(title) && !title.includes("<");
  return isNamed ? JSDOM.fragment(title).textContent : (title ?? null);
}

function markup(value: Maybe<string>, from: Source): Markup[] {
  return value ? [{ value, isHtml: true, baseUrl: from.url }] : [];
}

function absolute(link: Maybe<string>, from: Source): string | null {
  return link ? (URL.parse(link, from.url)?.href ?? null) : null;
}

function present(values: Maybe<string>[]): string[] {
  return values.filter((value) => value !== null && value !== undefined);
}
