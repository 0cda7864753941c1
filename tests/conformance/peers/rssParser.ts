import RssParser from "rss-parser";
import type { Fields, ItemFields, Source } from "../fields.ts";
import { fields, item } from "./plainFields.ts";

export async function readWithRssParser(xml: string, from: Source): Promise<Fields> {
  return fieldsOfRssParser(await new RssParser({ defaultRSS: 2 }).parseString(xml), from);
}

type RssParserItem = RssParser.Item & {
  id?: string;
  author?: string;
  "rdf:about"?: string;
  "content:encoded"?: string;
};

function fieldsOfRssParser({ title, link, items }: RssParser.Output<RssParserItem>, from: Source): Fields {
  return fields(
    title,
    link,
    items.map((each) => itemOfRssParser(each, from)),
    from,
  );
}

function itemOfRssParser(from: RssParserItem, source: Source): ItemFields {
  return item(source, {
    id: from.guid ?? from.id ?? from["rdf:about"],
    link: from.link ?? from.guid,
    title: from.title,
    content: [from["content:encoded"], from.content],
    summary: [from.content, from.summary],
    authors: [from.author ?? from.creator],
    tags: (from.categories ?? []).map((category) => (typeof category === "string" ? category : null)),
    published: from.isoDate,
    updated: from.isoDate,
    enclosures: from.enclosure ? [from.enclosure] : [],
  });
}
