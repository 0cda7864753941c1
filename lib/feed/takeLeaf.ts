import { type Assembly, replace } from "./assembly.ts";
import { canBeLeaf, leafAt } from "./leaves.ts";
import { ITEM_LEAVES, SHORT_NAMES, SHORT_TEXT_LENGTH } from "./limits.ts";
import { knownNameOf } from "./otherNames.ts";
import { localName, type Tag } from "./xml.ts";

/** Takes off an element that needs no parser and returns where to read on. Null where it does, or one before it did. */
export function takeLeaf(work: Assembly, tag: Tag): number | null {
  const name = knownNameOf(tag.name, work.format);
  if (!work.isUsual || work.leaves.length === ITEM_LEAVES || !canBeLeaf(name, work.format)) return null;
  const leaf = work.left.has(name) ? null : leafAt(work.xml, tag, { name, format: work.format });
  const isTooLong = leaf !== null && leaf.text.length > SHORT_TEXT_LENGTH && SHORT_NAMES.has(localName(name));
  if (leaf === null || isTooLong) {
    work.left.add(name);
    return null;
  }
  replace(work, tag.start, leaf.end, "");
  work.leaves.push(leaf);
  return leaf.end;
}
