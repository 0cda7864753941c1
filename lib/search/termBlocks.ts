import { ensureRoom, newWriter, takeBytes, writeNumber, type ByteWriter } from "./byteWriter.ts";
import { decodeTerm, encodeTerm, TERM_BYTES } from "./termBytes.ts";

/**
 * A block: terms in order, each with its postings. An entry is the bytes it shares with the term before, the bytes of
 * its own, the number of documents, the number of bytes of postings, the postings.
 */
export type TermBlock = { first: string; bytes: Uint8Array<ArrayBuffer> };

/** A block ends behind the term that reaches this. */
export const BLOCK_BYTES = 16 * 1024;

export type BlockWriter = {
  /** Terms come in their order. `encoded` is postings as `encodePostings` makes them. */
  add: (term: string, documents: number, encoded: ByteWriter) => void;
  end: () => TermBlock[];
};

export function writeBlocks(): BlockWriter {
  const out = newWriter(2 * BLOCK_BYTES);
  const blocks: TermBlock[] = [];
  let first = "";
  let before = new Uint8Array(TERM_BYTES);
  let now = new Uint8Array(TERM_BYTES);
  let beforeLength = 0;
  const close = () => {
    if (out.length > 0) blocks.push({ first, bytes: takeBytes(out) });
    beforeLength = 0;
  };
  return {
    add: (term, documents, encoded) => {
      if (out.length === 0) first = term;
      const length = encodeTerm(term, now);
      const shared = sharedStart(before, now, Math.min(length, beforeLength));
      ensureRoom(out, length + encoded.length + 20);
      writeNumber(out, shared);
      writeNumber(out, length - shared);
      for (let at = shared; at < length; at++) out.bytes[out.length++] = now[at] ?? 0;
      writeNumber(out, documents);
      writeNumber(out, encoded.length);
      for (let at = 0; at < encoded.length; at++) out.bytes[out.length++] = encoded.bytes[at] ?? 0;
      [before, now, beforeLength] = [now, before, length];
      if (out.length >= BLOCK_BYTES) close();
    },
    end: () => {
      close();
      return blocks;
    },
  };
}

function sharedStart(a: Uint8Array, b: Uint8Array, most: number): number {
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}

/** Of a term in a block: where its postings lie. */
export type Entry = { documents: number; start: number; end: number };

/** What is looked for: a term, or all terms that begin so. */
export type Lookup = { term: string; isPrefix: boolean };

/** The entries that are in the block; null where it is damaged. */
export function findEntries(block: Uint8Array, { term, isPrefix }: Lookup): Entry[] | null {
  const found: Entry[] = [];
  const sought = new Uint8Array(TERM_BYTES);
  const length = encodeTerm(term, sought);
  const reader = readBlock(block);
  while (reader.next()) {
    const order = comparedStart(reader.term, reader.termLength, { sought, length });
    if (order > 0) break;
    if (order === 0 && (isPrefix || reader.termLength === length)) found.push(entryOf(reader));
    if (order === 0 && !isPrefix) break;
  }
  return reader.isDamaged ? null : found;
}

const entryOf = ({ documents, start, end }: BlockReader): Entry => ({ documents, start, end });

/** Less than 0, 0 or more, as the term sorts before, begins with, or sorts behind what is sought. */
function comparedStart(
  term: Uint8Array,
  termLength: number,
  { sought, length }: { sought: Uint8Array; length: number },
): number {
  for (let at = 0; at < length; at++) {
    if (at === termLength) return -1;
    const difference = (term[at] ?? 0) - (sought[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export type BlockReader = Entry & {
  /** To the next entry; false at the end, and where no entry can be read. */
  next: () => boolean;
  isDamaged: boolean;
  term: Uint8Array;
  termLength: number;
};

export function readBlock(block: Uint8Array): BlockReader {
  let at = 0;
  const nothing = { documents: 0, start: 0, end: 0, termLength: 0 };
  const reader: BlockReader = { ...nothing, term: new Uint8Array(TERM_BYTES), isDamaged: false, next };
  return reader;

  function next(): boolean {
    if (at >= block.length) return false;
    const shared = number();
    const own = number();
    if (shared > reader.termLength || shared + own > TERM_BYTES) return fail();
    reader.termLength = shared + own;
    for (let to = shared; to < reader.termLength; to++) reader.term[to] = block[at++] ?? 0;
    reader.documents = number();
    const bytes = number();
    reader.start = at;
    at += bytes;
    reader.end = at;
    return at <= block.length || fail();
  }

  function fail(): false {
    at = block.length;
    reader.isDamaged = true;
    return false;
  }

  function number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = block[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}

export const termOf = ({ term, termLength }: BlockReader): string => decodeTerm(term, termLength);
