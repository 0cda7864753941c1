import { JSDOM } from "jsdom";
import type { Assertion } from "./corpus.ts";
import type { Fields, ItemFields, Markup } from "./fields.ts";

/** Null where the fields hold what the assertion asks for, else a line about what was expected and got. */
export function complaintAbout(fields: Fields, { path, kind, expected }: Assertion): string | null {
  const got = valuesAt(fields, path);
  return got.some((value) => agree(value, expected, kind))
    ? null
    : `${path.join(".")}: expected ${show(expected)}, got ${got.map(show).join(" or ") || "nothing"}`;
}

type Value = string | number | Markup;

/** The values that may answer for a path, e.g. ["entries", 0, "title"]. */
function valuesAt(fields: Fields, [root, ...rest]: Assertion["path"]): Value[] {
  if (root === "feed") return present([rest[0] === "title" ? fields.title : rest[0] === "link" ? fields.link : null]);
  const item = fields.items[Number(rest[0])];
  return item === undefined ? [] : present(itemValuesAt(item, rest.slice(1)));
}

function itemValuesAt(item: ItemFields, [name, position, part]: Assertion["path"]): (Value | null | undefined)[] {
  const place = Number(position ?? 0);
  switch (name) {
    case "id":
    case "link":
    case "title":
      return [item[name]];
    case "summary":
    case "content":
      return item[name];
    case "author":
    case "authors":
      return [item.authors[place]];
    case "tags":
      return [position === "$len" ? item.tags.length : item.tags[place]];
    case "published":
      return [item.published];
    // What feedparser calls updated is in most formats the only date that there is.
    case "created":
    case "updated":
      return [item.updated, item.published];
    case "enclosures":
      return [enclosureValue(item, place, part)];
    default:
      return [];
  }
}

function enclosureValue(item: ItemFields, place: number, part: string | number | undefined): Value | null {
  const enclosure = item.enclosures[place];
  return part === "url" || part === "type" || part === "length" ? (enclosure?.[part] ?? null) : null;
}

function agree(got: Value, expected: unknown, kind: Assertion["kind"]): boolean {
  const wanted = String(expected);
  if (kind === "int") return got === Number(expected);
  if (kind === "date") return Math.floor(Number(got) / 1000) === Math.floor(millisOf(expected) / 1000);
  if (kind === "html") return typeof got === "object" && sameMarkup(got, wanted);
  if (typeof got === "object") return false;
  if (kind === "url") return sameUrl(String(got), wanted);
  if (kind === "author") return nameOf(String(got)) === nameOf(wanted);
  // feedparser's texts are HTML, and ours are plain.
  return [fold(wanted), textOf(wanted)].includes(fold(String(got)));
}

function millisOf(expected: unknown): number {
  const isEpoch = typeof expected === "object" && expected !== null && "epoch" in expected;
  return isEpoch ? Number(expected.epoch) : Date.parse(String(expected));
}

function sameUrl(got: string, wanted: string): boolean {
  return (URL.parse(got)?.href ?? got) === (URL.parse(wanted)?.href ?? wanted);
}

/** `Name (me@example.com)` names the same person as `Name`; an address alone is a name. */
function nameOf(author: string): string {
  return fold(author.replace(/\s*[(<]?[^\s()<>]+@[^\s()<>]+[)>]?\s*/, " ")).replace(/^\((.*)\)$/, "$1") || fold(author);
}

/** A text that is to be shown as it is agrees with HTML that shows it, or with the same characters. */
function sameMarkup(got: Markup, wanted: string): boolean {
  if (!got.isHtml) return [fold(wanted), textOf(wanted)].includes(fold(got.value));
  return structureOf(got.value, got.baseUrl) === structureOf(wanted, null);
}

function textOf(html: string): string {
  return fold(JSDOM.fragment(html).textContent ?? "");
}

/** Elements, attributes in order of name and folded text; a lone div around everything is Atom's wrapping. */
function structureOf(html: string, base: string | null): string {
  const fragment = JSDOM.fragment(html);
  const only = fragment.children.length === 1 && !hasOwnText(fragment) ? fragment.firstElementChild : null;
  const root = only?.localName === "div" && only.attributes.length === 0 ? only : fragment;
  return fold([...root.childNodes].map((node) => describe(node, base)).join(""));
}

function hasOwnText(parent: ParentNode & Node): boolean {
  return [...parent.childNodes].some((node) => node.nodeType === node.TEXT_NODE && fold(node.textContent ?? "") !== "");
}

function describe(node: Node, base: string | null): string {
  if (node.nodeType === node.TEXT_NODE) return (node.textContent ?? "").replace(/\s+/g, " ");
  if (node.nodeType !== node.ELEMENT_NODE) return "";
  const element = node as Element; // by its node type
  const attributes = [...element.attributes]
    .filter(({ name }) => !/^xmlns(:|$)|^xml:base$/.test(name))
    .map(
      ({ name, value }) =>
        ` ${name}=${/^(href|src)$/.test(name) ? (URL.parse(value, base ?? undefined)?.href ?? value) : fold(value)}`,
    )
    .sort();
  const inside = [...element.childNodes].map((child) => describe(child, base)).join("");
  return `<${element.localName}${attributes.join("")}>${inside}</${element.localName}>`;
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function show(value: unknown): string {
  const text = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  const line = JSON.stringify(text) ?? "nothing";
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

function present(values: (Value | null | undefined)[]): Value[] {
  return values.filter((value) => value !== null && value !== undefined);
}
