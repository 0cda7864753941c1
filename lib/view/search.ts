import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";
import { openAnswer, type Answer } from "./answer.ts";
import { watchSearchIndex, type SearchIndex } from "./searchIndex.ts";

export type Search = {
  /** What was found for the last text that there is an answer to; null where nothing is asked. */
  answer: ReadonlySignal<Answer | null>;
  index: SearchIndex;
};

export type SearchDeps = { db: Db; now: () => number; refreshDue: () => Promise<void> };

/** Answers what `searched` says. One search runs at a time; of the texts typed meanwhile only the last is asked. */
export function createSearch({ db, now, refreshDue }: SearchDeps, searched: ReadonlySignal<string | null>): Search {
  const answer = signal<Answer | null>(null);
  const turn = signal(0);
  const index = watchSearchIndex(db, refreshDue);
  let asked: Wish | null = null;
  let isAsking = false;

  async function catchUp(): Promise<void> {
    isAsking = true;
    try {
      for (let next = wish(); !isSame(asked, next); next = wish()) {
        asked = next;
        const { text } = next;
        const isWanted = () => isSame(next, wish());
        const found = text.trim() === "" ? null : await openAnswer(db, { text, now: now(), isWanted });
        if (found === null && !isWanted()) continue;
        answer.peek()?.stop();
        answer.value = found;
      }
    } finally {
      isAsking = false;
    }
  }

  const wish = (): Wish => ({ text: searched.peek() ?? "", turn: turn.peek() });

  effect(() => {
    void [searched.value, turn.value];
    if (!isAsking) void catchUp();
  });

  // What was found by half an index is asked for again, when there is a whole one.
  effect(() => {
    if (index.isRebuilt.value) turn.value = turn.peek() + 1;
  });

  return { answer, index };
}

type Wish = { text: string; turn: number };

const isSame = (asked: Wish | null, next: Wish): boolean => asked?.text === next.text && asked.turn === next.turn;
