import type { DocumentTable } from "./buildSegment.ts";

/** A segment of those that are merged, in their order; `voided` lie in those before it. */
export type MergedTable = { table: DocumentTable; voided: Iterable<number> };

/** The documents of several segments as those of one: of each article what the last of them says, if it is not void. */
export function mergeTables(inputs: MergedTable[], isVoid: (id: number) => boolean): DocumentTable {
  const rows = new Map<number, { sortAt: number; length: number }>();
  for (const { table, voided } of inputs) {
    for (const id of voided) rows.delete(id);
    for (const [i, id] of table.ids.entries()) {
      if (!isVoid(id)) rows.set(id, { sortAt: table.sortAts[i] ?? 0, length: table.lengths[i] ?? 0 });
    }
  }
  const sorted = [...rows].sort(([a], [b]) => a - b);
  return {
    ids: Uint32Array.from(sorted, ([id]) => id),
    sortAts: Float64Array.from(sorted, ([, { sortAt }]) => sortAt),
    lengths: Uint16Array.from(sorted, ([, { length }]) => length),
  };
}

/** For each segment the ordinals that its documents have in the merged table, -1 of those that another has or none. */
export function newOrdinals(inputs: DocumentTable[], merged: DocumentTable): Int32Array[] {
  const places = new Map([...merged.ids].map((id, i) => [id, i]));
  const taken = new Set<number>();
  return inputs
    .toReversed()
    .map(({ ids }) =>
      Int32Array.from(ids, (id) => {
        const isFirst = !taken.has(id);
        taken.add(id);
        return isFirst ? (places.get(id) ?? -1) : -1;
      }),
    )
    .toReversed();
}
