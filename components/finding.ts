import { useEffect, useState } from "preact/hooks";
import { createFinder, type Finder, type Matches } from "../lib/view/findText.ts";
import { firstOf } from "../lib/view/firstOf.ts";
import { markMatches, rangeOf, unmark } from "./findMarks.ts";
import { isBelowTop, revealRange } from "./revealRange.ts";

export type Found = {
  count: number;
  /** From 1. */
  present: number;
};

export type Finding = {
  /** Null while nothing is asked. */
  found: Found | null;
  ask: (words: string) => void;
  step: (by: 1 | -1) => void;
};

const NOTHING: Matches = { places: [], at: () => null };

/** Finds words in the article in `scroller`, from what is seen on, and around again at either end. */
export function useFinding(scroller: HTMLElement, drawnId: number | null): Finding {
  const [found, setFound] = useState<Found | null>(null);
  const [state] = useState(newState);

  function findAgain(words: string): void {
    state.finder ??= createFinder(rootsIn(scroller));
    Object.assign(state, { words, matches: state.finder.find(words) });
  }

  function show(present: number): void {
    state.present = present;
    markMatches(windowsOf(scroller), state.matches, present);
    setFound(state.words.trim() === "" ? null : { present: present + 1, count: state.matches.places.length });
  }

  function goTo(present: number): void {
    show(present);
    state.from = state.matches.places[present] ?? state.from;
    const range = rangeOf(state.matches.at(present));
    if (range) revealRange(scroller, range);
  }

  function ask(words: string): void {
    findAgain(words);
    const { matches, from } = state;
    const isNext = from === null ? isAhead(scroller, matches) : (i: number) => (matches.places[i] ?? 0) >= from;
    const first = firstOf(matches.places.length, isNext);
    // Behind the last one comes the first of all.
    goTo(first === matches.places.length ? 0 : first);
  }

  function step(by: 1 | -1): void {
    const count = state.matches.places.length;
    if (count > 0) goTo((state.present + by + count) % count);
  }

  useEffect(() => {
    const refresh = () => {
      state.finder = null;
      findAgain(state.words);
      show(Math.min(state.present, Math.max(0, state.matches.places.length - 1)));
    };
    const body = frameIn(scroller)?.contentDocument?.body;
    const watching = new MutationObserver(refresh);
    if (body) watching.observe(body, { childList: true, characterData: true, subtree: true });
    refresh();
    return () => watching.disconnect();
  }, [drawnId]);
  useEffect(() => () => unmark(windowsOf(scroller)), []);
  return { found, ask, step };
}

type State = {
  words: string;
  matches: Matches;
  present: number;
  /** The place of the match that was shown last: more letters of it must not lead elsewhere. Null: what is seen. */
  from: number | null;
  /** Null when the text has become another. */
  finder: Finder | null;
};

const newState = (): State => ({ words: "", matches: NOTHING, present: 0, from: null, finder: null });

const isAhead = (scroller: HTMLElement, matches: Matches) => (index: number) => {
  const range = rangeOf(matches.at(index));
  return range === null || isBelowTop(scroller, range);
};

const frameIn = (scroller: HTMLElement) => scroller.querySelector("iframe");

function rootsIn(scroller: HTMLElement): Element[] {
  const head = [...scroller.querySelectorAll("h1, .stand")];
  const body = frameIn(scroller)?.contentDocument?.body;
  return body ? [...head, body] : head;
}

function windowsOf(scroller: HTMLElement): (Window & typeof globalThis)[] {
  const inner = frameIn(scroller)?.contentDocument?.defaultView;
  return inner ? [window, inner] : [window];
}
