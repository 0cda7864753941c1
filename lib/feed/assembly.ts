import type { RepairKind } from "./document.ts";
import type { XmlFormat } from "./parse.ts";
import type { Leaf } from "./leaves.ts";
import { type Tag } from "./xml.ts";

/** A feed in XML taken apart at its items; `prepare.ts` decides what goes where, this file keeps the pieces. */
export type Prepared = {
  format: XmlFormat;
  before: string;
  items: PreparedItem[];
  after: string;
  /** The elements that hold an item. */
  parents: Opened[];
  /** The sources of `source:markdown`; the element itself holds its place in this list. */
  markdown: string[];
  repairs: RepairKind[];
};

/** An item without its leaves. The number is in its tag, so that what the parser makes of it can be told. */
export type PreparedItem = { number: number; xml: string; tags: number; leaves: Leaf[] };
/** An open element and its tag as written. */
export type Opened = { name: string; tag: string };

export type Assembly = {
  xml: string;
  format: XmlFormat;
  /** Of RSS's own elements, with its colon. */
  prefix: string;
  stack: Opened[];
  /** Where in the stack the outermost text element stands, whose text the parser takes as it is; -1 outside of one. */
  textLevel: number;
  /** Tags open beyond the deepest level kept. */
  overflow: number;
  /** Tags of the item being read, and of everything between items. */
  itemTags: number;
  frameTags: number;
  before: string[];
  after: string[];
  items: PreparedItem[];
  /** Pieces of the item being read, null between items. */
  item: string[] | null;
  leaves: Leaf[];
  /** The names of its elements that could have been leaves: others of the name must not overtake them. */
  left: Set<string>;
  /** The names of elements mean what they usually do. */
  isUsual: boolean;
  parents: Opened[];
  markdown: string[];
  repairs: RepairKind[];
  /** The text has been copied up to here. */
  copied: number;
  /** Where a text that breaks off can be cut: between items. What is open there, the parser closes. */
  safe: number;
};

export function startAssembly(xml: string, format: XmlFormat, root: Tag): Assembly {
  const prefix = format === "rss" ? root.name.slice(0, root.name.indexOf(":") + 1) : "";
  const lists = { stack: [], before: [], after: [], items: [], parents: [], markdown: [], repairs: [], leaves: [] };
  const counts = { textLevel: -1, overflow: 0, itemTags: 0, frameTags: 0, copied: root.start };
  const names = { left: new Set<string>(), isUsual: prefix === "" };
  return { xml, format, prefix, item: null, ...lists, ...counts, ...names, safe: root.start };
}

export function startItem(work: Assembly, at: number): void {
  copyUpTo(work, at);
  work.item = [];
  work.itemTags = 0;
  work.leaves = [];
  work.left.clear();
  work.parents = work.stack.slice();
}

export function endItem(work: Assembly, at: number): void {
  copyUpTo(work, at);
  const xml = work.item?.join("") ?? "";
  // Nothing but its own tags, without an address in them: hundreds of thousands of these fit into a document.
  const second = xml.indexOf("<", 1);
  const hasTags = second !== -1 && second !== xml.lastIndexOf("<");
  const isHollow = work.leaves.length === 0 && !hasTags && !xml.includes("about=");
  if (!isHollow) work.items.push({ number: work.items.length, xml, tags: work.itemTags, leaves: work.leaves });
  work.item = null;
  work.frameTags--;
  markSafe(work, at);
}

export function markSafe(work: Assembly, at: number): void {
  work.safe = at;
}

/** Puts a text in the place of what stands between two positions. */
export function replace(work: Assembly, from: number, to: number, text: string): void {
  copyUpTo(work, from);
  write(work, text);
  work.copied = Math.max(work.copied, to);
}

export function copyUpTo(work: Assembly, at: number): void {
  if (at > work.copied) write(work, work.xml.slice(work.copied, at));
  work.copied = Math.max(work.copied, at);
}

/** Cuts a text that breaks off. Only a missing `</rss>` is not worth a word: nothing of the channel is lost. */
export function finish(work: Assembly): Prepared {
  const isLossless = work.item === null && work.stack.length === 1 && work.format === "rss";
  if (work.stack.length > 0 && !isLossless) work.repairs.push("truncated");
  work.item = null;
  copyUpTo(work, work.safe);
  const { format, items, parents, markdown, repairs } = work;
  return { format, before: work.before.join(""), items, after: work.after.join(""), parents, markdown, repairs };
}

function write(work: Assembly, text: string): void {
  (work.item ?? (work.items.length === 0 ? work.before : work.after)).push(text);
}
