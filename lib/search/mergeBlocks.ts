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
  for (let term = leastTerm(streams); term !== null; term = leastTerm(streams)) {
    const found: number[] = [];
    for (const stream of streams) if (stream.term === term) stream.take(found);
    if (found.length === 0) continue;
    encodePostings(inOrder(found), { start: 0, end: found.length }, encoded);
    out.add(term, found.length, encoded);
  }
  return streams.some((stream) => stream.isDamaged()) ? null : out.end();
}

/** `take` adds the postings of the term, each as one number that sorts by ordinal, and goes on to the next term. */
type Stream = { term: string | null; take: (into: number[]) => void; isDamaged: () => boolean };

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

  function take(into: number[]): void {
    const postings = newPostings(reader.end - reader.start);
    readPostings(blocks[at] ?? new Uint8Array(), reader, postings);
    for (let i = 0; i < postings.length; i++) {
      const ordinal = ordinals[postings.ordinals[i] ?? 0] ?? -1;
      if (ordinal >= 0) into.push(ordinal * ORDINAL + (postings.counts[i] ?? 1) * COUNT + (postings.inTitle[i] ?? 0));
    }
    advance();
  }
}

const COUNT = 2;
const ORDINAL = 512;

function leastTerm(streams: Stream[]): string | null {
  let least: string | null = null;
  for (const { term } of streams) if (term !== null && (least === null || term < least)) least = term;
  return least;
}

function inOrder(found: number[]): Postings {
  const sorted = Float64Array.from(found);
  if (sorted.some((packed, i) => i > 0 && packed < (sorted[i - 1] ?? 0))) sorted.sort();
  const postings = newPostings(sorted.length);
  for (const [i, packed] of sorted.entries()) {
    postings.ordinals[i] = Math.floor(packed / ORDINAL);
    postings.counts[i] = (packed % ORDINAL) / COUNT;
    postings.inTitle[i] = packed % COUNT;
  }
  return postings;
}
