import type { FeedRecord } from "../db/feedRecord.ts";
import { signal, type ReadonlySignal } from "@preact/signals";

/** `sources`: how many would come back. `asking`: whether what cannot be undone is to be done. */
export type RepairState =
  | { kind: "checking" | "sound" | "stuck" }
  | { kind: "broken"; fault: string; sources: number }
  | { kind: "asking"; wish: Wish; sources: number };

/** To start again with the sources beside the store, or with nothing. */
export type Wish = "sources" | "nothing";

export type Repair = {
  state: ReadonlySignal<RepairState>;
  tryAgain: () => Promise<void>;
  ask: (wish: Wish) => void;
  confirm: () => Promise<void>;
};

export type RepairDeps = {
  storeFault: () => Promise<string | null>;
  keptSources: () => Promise<FeedRecord[]>;
  /** A new store in the place of the old one. */
  startAnew: (records: FeedRecord[]) => Promise<void>;
  eraseSettings: () => Promise<void>;
};

export function createRepair(deps: RepairDeps): Repair {
  const state = signal<RepairState>({ kind: "checking" });

  const tryAgain = async () => {
    state.value = { kind: "checking" };
    const [fault, sources] = await Promise.all([deps.storeFault(), deps.keptSources()]);
    state.value = fault === null ? { kind: "sound" } : { kind: "broken", fault, sources: sources.length };
  };

  const confirm = async () => {
    const asked = state.peek();
    if (asked.kind !== "asking") return;
    state.value = { kind: "checking" };
    const isAll = asked.wish === "nothing";
    // A store that cannot even be deleted is the browser's to mend.
    const isDone = await succeeded(deps.startAnew(isAll ? [] : await deps.keptSources()));
    if (isDone && isAll) await deps.eraseSettings();
    state.value = { kind: isDone ? "sound" : "stuck" };
  };

  return {
    ...{ state, tryAgain, confirm },
    ask: (wish) => {
      const broken = state.peek();
      if (broken.kind === "broken") state.value = { kind: "asking", wish, sources: broken.sources };
    },
  };
}

const succeeded = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
