import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";
import { openAnswer, type Answer } from "./answer.ts";

export type Search = {
  /** What was found for the last text that there is an answer to; null where nothing is asked. */
  answer: ReadonlySignal<Answer | null>;
  /** Asks once more, of what is stored now. */
  askAgain: () => void;
};

/** Answers what `searched` says. One search runs at a time; of the texts typed meanwhile only the last is asked. */
export function createSearch(db: Db, searched: ReadonlySignal<string | null>, now: () => number): Search {
  const answer = signal<Answer | null>(null);
  const turn = signal(0);
  let asked: Wish | null = null;
  let isAsking = false;

  async function catchUp(): Promise<void> {
    isAsking = true;
    try {
      for (let next = wish(); !isSame(asked, next); next = wish()) {
        asked = next;
        const found = next.text.trim() === "" ? null : await openAnswer(db, next.text, now());
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

  return { answer, askAgain: () => void (turn.value += 1) };
}

type Wish = { text: string; turn: number };

const isSame = (asked: Wish | null, next: Wish): boolean => asked?.text === next.text && asked.turn === next.turn;
