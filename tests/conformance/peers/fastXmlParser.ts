import { XMLParser } from "fast-xml-parser";
import type { Fields, ItemFields, Source } from "../fields.ts";
import { fields, item } from "./plainFields.ts";

export function readWithFastXmlParser(xml: string, from: Source): Fields {
  return fieldsOfTree(parser.parse(xml), from);
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", htmlEntities: true });

/** A tree of objects, in which an element that stands once is no list and one with attributes keeps its text apart. */
type Tree = { [name: string]: unknown };

function fieldsOfTree(root: unknown, from: Source): Fields {
  const tree = treeOf(root);
  const feed = treeOf(tree["feed"] ?? treeOf(tree["rss"])["channel"] ?? treeOf(tree["rdf:RDF"])["channel"]);
  if (Object.keys(feed).length === 0) throw new Error("No feed");
  const items = feed["entry"] ?? feed["item"] ?? treeOf(tree["rss"])["item"] ?? treeOf(tree["rdf:RDF"])["item"];
  return fields(
    text(feed["title"]),
    linkIn(feed["link"]),
    listOf(items).map((each) => itemOfTree(treeOf(each), from)),
    from,
  );
}

function itemOfTree(tree: Tree, from: Source): ItemFields {
  const enclosures = [...listOf(tree["enclosure"]), ...listOf(tree["link"])].map(treeOf);
  const named = (name: string) =>
    listOf(tree[name]).map((each) => text(treeOf(each)["name"] ?? treeOf(each)["@term"] ?? each));
  return item(from, {
    id: text(tree["guid"] ?? tree["id"] ?? tree["@rdf:about"]),
    link: linkIn(tree["link"]) ?? text(tree["guid"]),
    title: text(tree["title"] ?? tree["dc:title"] ?? tree["media:title"]),
    content: [text(tree["content:encoded"] ?? tree["content"]), text(tree["description"] ?? tree["summary"])],
    summary: [text(tree["description"] ?? tree["summary"] ?? tree["dc:description"] ?? tree["itunes:summary"])],
    authors: [...named("author"), ...named("dc:creator"), ...named("itunes:author")],
    tags: [...named("category"), ...named("dc:subject"), ...named("media:category")],
    published: text(tree["pubDate"] ?? tree["published"] ?? tree["issued"] ?? tree["created"] ?? tree["dc:date"]),
    updated: text(tree["updated"] ?? tree["modified"] ?? tree["dcterms:modified"]),
    enclosures: enclosures
      .filter((each) => each["@url"] !== undefined || each["@rel"] === "enclosure")
      .map((each) => ({
        url: text(each["@url"] ?? each["@href"]),
        type: text(each["@type"]),
        length: Number(each["@length"]),
      })),
  });
}

function linkIn(link: unknown): string | null {
  const alternate = listOf(link).find((each) =>
    ["alternate", undefined].includes(text(treeOf(each)["@rel"]) ?? undefined),
  );
  return text(treeOf(alternate)["@href"]) ?? text(alternate);
}

function text(value: unknown): string | null {
  const [first] = listOf(value);
  const bare = treeOf(first)["#text"] ?? first;
  return typeof bare === "object" || bare === undefined ? null : String(bare);
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

function treeOf(value: unknown): Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Tree) : {}; // just checked
}
