import { newWriter } from "./byteWriter.ts";
import { encodePostings, newPostings, readPostings, type Postings } from "./postings.ts";
import { readBlock, termOf, writeBlocks, type BlockReader, type TermBlock } from "./termBlocks.ts";

/** Blocks of one segment, in order, and the ordinals that its documents get; -1 of those that are dropped. */
export type MergeInput = { blocks: Uint8Array[]; ordinals: Int32Array };

/** From a term to before another one; null stands for the end. */
export type TermRange = { from: string; until: string | null };

/** The terms of a range out of several segments as those of one. Null where a block is damaged. */
export function mergeBlocks(inputs: MergeInput[], range: TermRange): TermBlock[] | null {
  const streams = inputs.map((input) => startStream(input, range));
  const out = writeBlocks();
  const encoded = newWriter(1024);
  const found = newFound();
  for (let term = leastTerm(streams); term !== null; term = leastTerm(streams)) {
    found.length = 0;
    for (const stream of streams) if (stream.term === term) stream.take(found);
    if (found.length === 0) continue;
    encodePostings(inOrder(found), { start: 0, end: found.length }, encoded);
    out.add(term, found.length, encoded);
  }
  return streams.some((stream) => stream.isDamaged()) ? null : out.end();
}

/** Postings of one term as numbers that sort by ordinal. One for all terms: buffers for each cost more than the merging. */
type Found = { packed: Float64Array; length: number; postings: Postings };

const newFound = (): Found => ({ packed: new Float64Array(256), length: 0, postings: newPostings(256) });

/** `take` adds the postings of the term and goes on to the next one. */
type Stream = { term: string | null; take: (into: Found) => void; isDamaged: () => boolean };

function startStream({ blocks, ordinals }: MergeInput, { from, until }: TermRange): Stream {
  let at = 0;
  let reader: BlockReader = readBlock(blocks[0] ?? new Uint8Array());
  const stream: Stream = { term: null, take, isDamaged: () => reader.isDamaged };
  do advance();
  while (stream.term !== null && stream.term < from);
  return stream;

  function advance(): void {
    while (!reader.next()) {
      at++;
      const block = blocks[at];
      if (reader.isDamaged || block === undefined) return void (stream.term = null);
      reader = readBlock(block);
    }
    const term = termOf(reader);
    stream.term = until !== null && term >= until ? null : term;
  }

  function take(into: Found): void {
    // A posting takes two bytes or more.
    makeRoom(into, (reader.end - reader.start) >> 1);
    const { packed, postings } = into;
    postings.length = 0;
    readPostings(blocks[at] ?? new Uint8Array(), reader, postings);
    for (let i = 0; i < postings.length; i++) {
      const ordinal = ordinals[postings.ordinals[i] ?? 0] ?? -1;
      if (ordinal < 0) continue;
      const before = postings.befores[i] ?? 0;
      const rest = before * BEFORE + (postings.counts[i] ?? 1) * COUNT + (postings.inTitle[i] ?? 0);
      packed[into.length++] = ordinal * ORDINAL + rest;
    }
    advance();
  }
}

function makeRoom(found: Found, more: number): void {
  const needed = found.length + more;
  if (needed <= found.packed.length) return;
  const packed = new Float64Array(2 * needed);
  packed.set(found.packed.subarray(0, found.length));
  found.packed = packed;
  found.postings = newPostings(2 * needed);
}

const COUNT = 2;
const BEFORE = 512;
const ORDINAL = 256 * BEFORE;

function leastTerm(streams: Stream[]): string | null {
  let least: string | null = null;
  for (const { term } of streams) if (term !== null && (least === null || term < least)) least = term;
  return least;
}

/** In the buffer that they were read with. */
function inOrder({ packed, length, postings }: Found): Postings {
  for (let i = 1; i < length; i++) {
    if ((packed[i] ?? 0) >= (packed[i - 1] ?? 0)) continue;
    packed.subarray(0, length).sort();
    break;
  }
  for (let i = 0; i < length; i++) {
    const each = packed[i] ?? 0;
    const ordinal = Math.floor(each / ORDINAL);
    const rest = each - ordinal * ORDINAL;
    postings.ordinals[i] = ordinal;
    postings.befores[i] = rest / BEFORE;
    postings.counts[i] = (rest % BEFORE) / COUNT;
    postings.inTitle[i] = rest % COUNT;
  }
  return postings;
}
