import { batch, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Article } from "../model.ts";
import type { Step } from "./neighbours.ts";
import type { Walk } from "./walk.ts";

/** `leafed`: reached by J or K, maybe on the way to another. */
export type OpenedHow = "chosen" | "leafed";

/** Where focus should go next; a new object for each wish. */
export type FocusWish =
  | { on: "row"; id: number }
  | { on: "heading" }
  | { on: "list" }
  /** Where a search is typed. */
  | { on: "field" }
  /** Where all tags are listed: the next or the last one, from where focus is. */
  | { on: "tag"; by: Step }
  /** Focus that is in the list, or was lost with its row, goes to this row or to the list; any other stays. */
  | { on: "rows"; id: number | null };

export type Moving = {
  openId: ReadonlySignal<number | null>;
  openedHow: ReadonlySignal<OpenedHow>;
  /** The row that keys act upon: where focus is or was last. */
  selectedId: Signal<number | null>;
  focusWish: Signal<FocusWish | null>;
  open: (id: number, how: OpenedHow) => void;
  /** Goes to the list; an article beside it stays. */
  close: () => void;
  /** As above, and the article goes too. */
  leave: () => void;
  /** Closes an article that is not there: an old link names one that is gone. */
  giveUp: () => void;
  /** Moves the selection in the list, by a row or to an end. */
  select: (to: Step | End) => Promise<void>;
  /** As above, and the reader beside the list follows. */
  selectAndFollow: (to: Step | End) => Promise<void>;
  /** The open article: the one that is drawn, or one that J or K has just gone to and that will be. */
  openArticle: (drawn: Article | null) => Article | null;
  /** Shows the article before or after the open one. */
  openNeighbour: (drawn: Article, by: Step) => Promise<void>;
  /** Acts where the steps asked for so far have led: at once, unless a row is still being found. */
  afterSteps: (act: () => void) => void;
};

export type End = "first" | "last";

/** Rows passed faster than this are not opened. */
const FOLLOW_MS = 150;

/** Which article is open and which row is selected. */
export function createMoving(walk: Walk, isTwoPane: ReadonlySignal<boolean>): Moving {
  const openId = signal<number | null>(null);
  const openedHow = signal<OpenedHow>("chosen");
  const selectedId = signal<number | null>(null);
  const focusWish = signal<FocusWish | null>(null);
  let following: ReturnType<typeof setTimeout> | undefined;

  function open(id: number, how: OpenedHow): void {
    clearTimeout(following);
    batch(() => {
      openedHow.value = how;
      openId.value = id;
      selectedId.value = id;
      if (how === "chosen" || !isTwoPane.peek()) focusWish.value = { on: "heading" };
    });
  }

  function close(): void {
    const id = selectedId.peek();
    batch(() => {
      if (!isTwoPane.peek()) openId.value = null;
      focusWish.value = id === null ? { on: "list" } : { on: "row", id };
    });
  }

  function leave(): void {
    batch(() => {
      openId.value = null;
      close();
    });
  }

  function giveUp(): void {
    batch(() => {
      openId.value = null;
      selectedId.value = null;
      focusWish.value = { on: "list" };
    });
  }

  let stepped: Promise<unknown> = Promise.resolve();
  let stepping = 0;
  let reached: Article[] = [];

  /** One after another: a key pressed while the row before is read goes on from there. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    stepping++;
    const taken = stepped.then(step).finally(() => stepping--);
    stepped = taken.catch(() => null);
    return taken;
  }

  const select = (to: Step | End): Promise<void> => inTurn(() => stepTo(to));

  const afterSteps = (act: () => void) => void (stepping === 0 ? act() : stepped.then(act));

  async function stepTo(to: Step | End): Promise<void> {
    const target = await targetOf(to);
    if (!target) return;
    reached = [target];
    batch(() => {
      selectedId.value = target.id;
      focusWish.value = { on: "row", id: target.id };
    });
  }

  async function targetOf(to: Step | End): Promise<Article | null> {
    if (to === "first" || to === "last") return walk[to]();
    // Where its page is still to come back, the row itself is known from the step before.
    const selected = [...walk.rows.peek(), ...reached].find((row) => row.id === selectedId.peek());
    return selected ? walk.neighbour(selected, to) : walk.first();
  }

  async function selectAndFollow(to: Step | End): Promise<void> {
    await select(to);
    const id = selectedId.peek();
    clearTimeout(following);
    if (isTwoPane.peek() && id !== null) following = setTimeout(() => open(id, "leafed"), FOLLOW_MS);
  }

  const openArticle = (drawn: Article | null) => reached.find((row) => row.id === openId.peek()) ?? drawn;

  const openNeighbour = (drawn: Article, by: Step): Promise<void> =>
    inTurn(async () => {
      const target = await walk.neighbour(openArticle(drawn) ?? drawn, by);
      if (!target) return;
      reached = [target];
      open(target.id, "leafed");
    });

  const steps = { select, selectAndFollow, openArticle, openNeighbour, afterSteps };
  return { openId, openedHow, selectedId, focusWish, open, close, leave, giveUp, ...steps };
}
