import { ensureRoom, writeNumber, type ByteWriter } from "./byteWriter.ts";

/**
 * Where a term stands: documents by their ordinal in the segment, in order, and how often, with a bit for the title, and
 * what stands before it. A posting is one number, `(ordinal - the one before) << 2 | in the title << 1 | more than once`,
 * the count in a byte, where that is more than one, and the byte of `wordBefore.ts`: most take two bytes.
 */
export type Postings = {
  ordinals: Int32Array;
  counts: Uint8Array;
  inTitle: Uint8Array;
  befores: Uint8Array;
  length: number;
};

export function newPostings(room: number): Postings {
  const bytes = () => new Uint8Array(room);
  return { ordinals: new Int32Array(room), counts: bytes(), inTitle: bytes(), befores: bytes(), length: 0 };
}

/** Reads them behind those that are there already. */
export function readPostings(block: Uint8Array, { start, end }: Range, into: Postings): void {
  let at = start;
  let ordinal = 0;
  let { length } = into;
  const { ordinals, counts, inTitle, befores } = into;
  while (at < end) {
    let value = block[at++] ?? 0;
    if (value > 0x7f) {
      value &= 0x7f;
      for (let shift = 7; ; shift += 7) {
        const byte = block[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
    }
    ordinal += value >>> 2;
    ordinals[length] = ordinal;
    counts[length] = value & 1 ? (block[at++] ?? 0) : 1;
    inTitle[length] = (value >> 1) & 1;
    befores[length++] = block[at++] ?? 0;
  }
  into.length = length;
}

/** A term that is there more often says no more. */
const MOST_COUNTED = 127;

/** Those from `start` to `end`. Clears the writer first. */
export function encodePostings(postings: Omit<Postings, "length">, { start, end }: Range, into: ByteWriter): void {
  const { ordinals, counts, inTitle, befores } = postings;
  into.length = 0;
  ensureRoom(into, (end - start) * 8);
  let before = 0;
  for (let i = start; i < end; i++) {
    const ordinal = ordinals[i] ?? 0;
    const count = Math.min(counts[i] ?? 1, MOST_COUNTED);
    writeNumber(into, ((ordinal - before) << 2) | ((inTitle[i] ?? 0) << 1) | (count > 1 ? 1 : 0));
    if (count > 1) into.bytes[into.length++] = count;
    into.bytes[into.length++] = befores[i] ?? 0;
    before = ordinal;
  }
}

type Range = { start: number; end: number };
