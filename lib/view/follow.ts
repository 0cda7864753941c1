import { signal, type ReadonlySignal } from "@preact/signals";
import type { Feed } from "../model.ts";
import { readTyped } from "./sources.ts";

/** How following a typed address stands. A refused permission is a normal state, with a way on. */
export type FollowState =
  | { kind: "idle" | "bad" }
  | { kind: "followed"; title: string }
  | { kind: "refused" | "added"; url: string; host: string };

export type Follow = {
  state: ReadonlySignal<FollowState>;
  /** Must be called first thing in the click: the browser asks the person. Resolves to whether the address is done with. */
  submit: (typed: string) => Promise<boolean>;
  /** The same for the address whose host was refused. */
  allow: () => Promise<boolean>;
  dismiss: () => void;
};

export type FollowDeps = {
  feeds: () => Feed[];
  askToFetch: (url: string) => Promise<boolean>;
  follow: (url: string) => Promise<{ id: string; isNew: boolean }>;
  refreshNow: (feedId: string) => Promise<void>;
};

export function createFollow({ feeds, askToFetch, follow, refreshNow }: FollowDeps): Follow {
  const state = signal<FollowState>({ kind: "idle" });

  async function ask(wanted: { url: string; host: string }): Promise<boolean> {
    const isGranted = await askToFetch(wanted.url);
    state.value = { kind: isGranted ? "added" : "refused", ...wanted };
    if (!isGranted) return false;
    const { id } = await follow(wanted.url);
    void refreshNow(id);
    return true;
  }

  return {
    state,
    submit: async (typed) => {
      const read = readTyped(typed, feeds());
      if (read.kind === "new") return ask({ url: read.url, host: read.host });
      state.value = read;
      return false;
    },
    allow: async () => {
      const refused = state.peek();
      return refused.kind === "refused" && ask({ url: refused.url, host: refused.host });
    },
    dismiss: () => {
      state.value = { kind: "idle" };
    },
  };
}
