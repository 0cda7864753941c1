import { signal, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";

/** What was just done to many articles, or in words what else was. */
export type Done = { kind: "marked"; count: number } | { kind: "said"; text: string };

export type Undoing = {
  /** While it can be taken back with a click. */
  justDone: ReadonlySignal<Done | null>;
  tell: (done: Done | null) => void;
  undo: () => Promise<void>;
  /** Resolves when nothing is being taken back: what is done before would be taken for the last act. */
  settled: () => Promise<unknown>;
  dismiss: () => void;
};

export function createUndoing(db: Db): Undoing {
  const justDone = signal<Done | null>(null);
  const tell = (done: Done | null) => void (justDone.value = done);
  let undone: Promise<unknown> = Promise.resolve();

  function undo(): Promise<void> {
    tell(null);
    const undoing = undone.then(async () => {
      const { undoLast } = await import("../db/undo.ts");
      await undoLast(db);
    });
    undone = undoing.catch(() => null);
    return undoing;
  }

  return {
    justDone,
    tell,
    undo,
    settled: () => undone,
    dismiss: () => tell(null),
  };
}
