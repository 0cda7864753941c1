import { signal, type ReadonlySignal } from "@preact/signals";
import { readChoices } from "../db/choices.ts";
import type { FirstPaint } from "../db/firstPaint.ts";
import type { Db } from "../db/schema.ts";
import type { Act } from "../tags/choosing.ts";
import type { Choices } from "../tags/mapTags.ts";
import { live } from "./live.ts";
import type { Undoing } from "./undoing.ts";

export type Tagging = {
  /** What the reader made of tags. */
  choices: ReadonlySignal<Choices>;
  /** Whether all tags lie over the list. */
  isTagsOpen: ReadonlySignal<boolean>;
  openTags: () => void;
  closeTags: () => void;
  /** Does it, and tells of it in these words. */
  chooseTags: (act: Act, said: string) => Promise<void>;
};

export function createTagging(db: Db, first: FirstPaint | null, undoing: Pick<Undoing, "tell" | "settled">): Tagging {
  const isTagsOpen = signal(false);
  return {
    choices: live(() => readChoices(db), first?.choices ?? new Map()),
    isTagsOpen,
    openTags: () => void (isTagsOpen.value = true),
    closeTags: () => void (isTagsOpen.value = false),
    chooseTags: async (act, said) => {
      const [{ chooseTags }, { finishRetagging }] = await Promise.all([
        import("../db/choosing.ts"),
        import("../db/retagging.ts"),
        undoing.settled(),
      ]);
      const isChanged = await chooseTags(db, act);
      // Told at once: that all articles follow takes its time.
      if (isChanged) undoing.tell({ kind: "said", text: said });
      await finishRetagging(db);
    },
  };
}
