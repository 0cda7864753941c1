import type { DocumentTable } from "../search/buildSegment.ts";
import type { SegmentBlock } from "./schema.ts";

/** Bytes of a document: when, which, how long. */
const DOCUMENT_BYTES = 8 + 4 + 2;
/** So many make a block of 56 KB. */
const DOCUMENTS_PER_BLOCK = 4_096;

/** The table of a segment's documents as blocks -1, -2, …: numbers as the machine writes them, all `sortAt` first. */
export function tableBlocks(segment: number, { ids, sortAts, lengths }: DocumentTable): SegmentBlock[] {
  const blocks: SegmentBlock[] = [];
  for (let start = 0; start < ids.length; start += DOCUMENTS_PER_BLOCK) {
    const count = Math.min(DOCUMENTS_PER_BLOCK, ids.length - start);
    const bytes = new Uint8Array(count * DOCUMENT_BYTES);
    const part = viewsOf(bytes, count);
    part.sortAts.set(sortAts.subarray(start, start + count));
    part.ids.set(ids.subarray(start, start + count));
    part.lengths.set(lengths.subarray(start, start + count));
    blocks.push({ segment, n: -1 - blocks.length, bytes });
  }
  return blocks;
}

/** The keys of these blocks. */
export function tableKeys(segment: number, documents: number): [segment: number, n: number][] {
  const count = Math.ceil(documents / DOCUMENTS_PER_BLOCK);
  return Array.from({ length: count }, (_, i) => [segment, -1 - i]);
}

/** Null where a block is missing or has another size. */
export function readTable(blocks: (SegmentBlock | undefined)[], documents: number): DocumentTable | null {
  const table = {
    ids: new Uint32Array(documents),
    sortAts: new Float64Array(documents),
    lengths: new Uint16Array(documents),
  };
  for (const [i, block] of blocks.entries()) {
    const start = i * DOCUMENTS_PER_BLOCK;
    const count = Math.min(DOCUMENTS_PER_BLOCK, documents - start);
    if (block?.bytes.length !== count * DOCUMENT_BYTES) return null;
    const part = viewsOf(block.bytes, count);
    table.ids.set(part.ids, start);
    table.sortAts.set(part.sortAts, start);
    table.lengths.set(part.lengths, start);
  }
  return table;
}

function viewsOf({ buffer, byteOffset }: Uint8Array<ArrayBuffer>, count: number): DocumentTable {
  return {
    sortAts: new Float64Array(buffer, byteOffset, count),
    ids: new Uint32Array(buffer, byteOffset + 8 * count, count),
    lengths: new Uint16Array(buffer, byteOffset + 12 * count, count),
  };
}
