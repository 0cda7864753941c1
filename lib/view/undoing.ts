import { signal, type ReadonlySignal } from "@preact/signals";
import type { Db } from "../db/schema.ts";

/** What was just done to many articles, or in words what else was. */
export type Done = { kind: "marked"; count: number } | { kind: "said"; text: string };

export type Undoing = {
  /** While it can be taken back with a click. */
  justDone: ReadonlySignal<Done | null>;
  tell: (done: Done | null) => void;
  undo: () => Promise<void>;
  dismiss: () => void;
};

export function createUndoing(db: Db): Undoing {
  const justDone = signal<Done | null>(null);
  const tell = (done: Done | null) => void (justDone.value = done);
  return {
    justDone,
    tell,
    undo: async () => {
      tell(null);
      const { undoLast } = await import("../db/undo.ts");
      await undoLast(db);
    },
    dismiss: () => tell(null),
  };
}
