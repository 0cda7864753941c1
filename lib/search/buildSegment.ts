import { newWriter } from "./byteWriter.ts";
import { encodePostings } from "./postings.ts";
import { writeBlocks, type TermBlock } from "./termBlocks.ts";
import { startLog, type SortedLog } from "./termLog.ts";
import { eachTermPlace } from "./terms.ts";

/** What is indexed of an article. `labels` are terms as they stand: see `labels.ts`. */
export type Indexable = { id: number; sortAt: number; title: string; texts: string[]; labels: string[] };

/** The documents of a segment by their ordinal, in the order of their ids. `lengths` is in terms, at most 65,535. */
export type DocumentTable = { ids: Uint32Array; sortAts: Float64Array; lengths: Uint16Array };

export type BuiltSegment = { documents: DocumentTable; blocks: TermBlock[] };

export type SegmentBuilder = { add: (document: Indexable) => void; build: () => BuiltSegment };

/** Documents come in the order of their ids. Adding is most of the work: it can be done while the store writes rows. */
export function startSegment(): SegmentBuilder {
  const log = startLog();
  const ids: number[] = [];
  const sortAts: number[] = [];
  const lengths: number[] = [];
  return {
    add: ({ id, sortAt, title, texts, labels }) => {
      log.startDocument();
      log.startText();
      eachTermPlace(title, log.addTitleTerm);
      for (const text of texts) {
        log.startText();
        eachTermPlace(text, log.addTerm);
      }
      lengths.push(Math.min(log.occurrences(), 0xffff));
      for (const label of labels) log.addTerm(label);
      ids.push(id);
      sortAts.push(sortAt);
    },
    build: () => ({
      documents: {
        ids: Uint32Array.from(ids),
        sortAts: Float64Array.from(sortAts),
        lengths: Uint16Array.from(lengths),
      },
      blocks: blocksOf(log.sorted()),
    }),
  };
}

function blocksOf({ terms, starts, ...postings }: SortedLog): TermBlock[] {
  const blocks = writeBlocks();
  const encoded = newWriter(1024);
  for (const [i, term] of terms.entries()) {
    const [start = 0, end = 0] = [starts[i], starts[i + 1]];
    encodePostings(postings, { start, end }, encoded);
    blocks.add(term, end - start, encoded);
  }
  return blocks.end();
}
