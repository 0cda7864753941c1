import type { AlertMode, TagChoice } from "../model.ts";
import { rootOf, type Choices } from "./mapTags.ts";
import { pinnedTags } from "./pinnedTags.ts";

/** An act of the reader: the rows as it leaves them, of those that it changes. Several acts are several calls. */
export type Act = (choices: Choices) => TagChoice[];

/** Shown first, behind those that were pinned before. */
export const pin =
  (tag: string, now: number): Act =>
  (choices) => {
    const last = Math.max(...pinnedTags(choices).map((pinned) => choices.get(pinned)?.pinnedAt ?? 0), 0);
    return [{ ...choiceOf(tag, choices), pinnedAt: Math.max(now, last + 1) }];
  };

export const unpin =
  (tag: string): Act =>
  (choices) => {
    const { pinnedAt: _, ...rest } = choiceOf(tag, choices);
    return [rest];
  };

export const mute =
  (tag: string): Act =>
  (choices) => [{ ...choiceOf(tag, choices), isMuted: true }];

export const unmute =
  (tag: string): Act =>
  (choices) => {
    const { isMuted: _, ...rest } = choiceOf(tag, choices);
    return [rest];
  };

export const tellOf =
  (tag: string, mode: AlertMode): Act =>
  (choices) => {
    const { alerts: _, ...rest } = choiceOf(tag, choices);
    return [mode === "group" ? rest : { ...rest, alerts: mode }];
  };

/** Shown under another name; under its own where that is empty. */
export const rename =
  (tag: string, name: string): Act =>
  (choices) => {
    const { label: _, ...rest } = choiceOf(tag, choices);
    const label = [...name.trim().replace(/\s+/g, " ")].slice(0, LABEL_LENGTH).join("");
    return [label === "" || label === tag ? rest : { ...rest, label }];
  };

/**
 * Whatever has the one tag has the other one from now on, and so has what was merged into it before. What the reader made
 * of it stays on its row, for the day on which the two are taken apart.
 */
export const merge =
  (from: string, into: string): Act =>
  (choices) => {
    const [gone, kept] = [rootOf(from, choices), rootOf(into, choices)];
    if (gone === kept) return [];
    const moved = [gone, ...aliasesOf(gone, choices)].map((tag) => ({ ...choiceOf(tag, choices), mergedInto: kept }));
    const { pinnedAt } = choiceOf(gone, choices);
    const target = choiceOf(kept, choices);
    // Who wanted to see it first wants that still.
    if (pinnedAt === undefined || target.pinnedAt !== undefined) return moved;
    return [...moved, { ...target, pinnedAt }];
  };

/** A tag of its own again. */
export const separate =
  (tag: string): Act =>
  (choices) => {
    const { mergedInto: _, ...rest } = choiceOf(tag, choices);
    return [rest];
  };

/** Two that look alike and are not the same. */
export const keepApart =
  (tag: string, other: string): Act =>
  (choices) => {
    const choice = choiceOf(tag, choices);
    return [{ ...choice, notSameAs: [...new Set([...(choice.notSameAs ?? []), other])] }];
  };

/** Those that were merged into it. */
export const aliasesOf = (tag: string, choices: Choices): string[] =>
  [...choices.values()].filter(({ mergedInto }) => mergedInto === tag).map((choice) => choice.tag);

const choiceOf = (tag: string, choices: Choices): TagChoice => choices.get(tag) ?? { tag };

/** Characters: as long as a tag may be. */
const LABEL_LENGTH = 64;
