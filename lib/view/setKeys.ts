import type { KeyChanges } from "../settings.ts";
import { canBeSet, FIRST_KEYS, FIXED_KEYS, keymapOf, keysOf, placesOf, type KeyAction } from "./keymap.ts";
import { isCommand, isComposing, isModifier, keyOf, type Pressed } from "./keys.ts";

/** What a press in the field for a new key means: nothing yet, a key, or why that cannot be one. */
export type Pick = { kind: "none" } | { kind: "key"; key: string } | { kind: "refused"; key: string; why: Refusal };

/** `always`: it has its own use on every page; `nothing`: a dead key, or one that the browser cannot name. */
export type Refusal = "always" | "browser" | "nothing";

export function pickKey(event: Pressed): Pick {
  // A composition ends in a text, which the field hears of.
  if (isModifier(event.key) || event.key === "Tab" || isComposing(event)) return { kind: "none" };
  const key = keyOf(event);
  if (isCommand(event)) return { kind: "refused", key: withModifiers(event, key), why: "browser" };
  if (canBeSet(key)) return { kind: "key", key };
  return { kind: "refused", key, why: whyNot(key) };
}

function whyNot(key: string): Refusal {
  if (/^(Dead|Process|Unidentified)$/.test(key)) return "nothing";
  const isFixed = Object.values(FIXED_KEYS).some((keys) => Object.hasOwn(keys, key));
  return isFixed || /^(Shift\+)?(Arrow|Page|Home|End|Enter|Escape|Backspace)/.test(key) ? "always" : "browser";
}

function withModifiers({ ctrlKey, altKey, metaKey }: Pressed, key: string): string {
  return [ctrlKey && "Ctrl", altKey && "Alt", metaKey && "Meta", key].filter(Boolean).join("+");
}

/** What a key does now where `action` would have it. */
export function usersOf(changes: KeyChanges, action: KeyAction, key: string): KeyAction[] {
  const keymap = keymapOf({ singleKeys: true, keys: changes });
  const users = placesOf(action).flatMap((place) => keymap[place].get(key) ?? []);
  // Checked: what has a key that can be set is an action whose keys can be.
  return [...new Set(users as KeyAction[])].filter((user) => user !== action);
}

/** Gives an action these keys and no others. Whatever had one of them there does without it. */
export function setKeys(changes: KeyChanges, action: KeyAction, keys: readonly string[]): KeyChanges {
  const others = keys.flatMap((key) => usersOf(changes, action, key));
  const spared = others.map((other) => [other, ownKeys(changes, other).filter((key) => !keys.includes(key))] as const);
  const all = { ...changes, ...Object.fromEntries(spared), [action]: keys };
  return Object.fromEntries(Object.entries(all).filter(([name, now]) => now && !isAtFirst(name, now)));
}

/** The keys of an action at first. */
export const firstKeys = (action: KeyAction): string[] => [...FIRST_KEYS[action]];

export const ownKeys = (changes: KeyChanges, action: KeyAction): string[] =>
  keysOf(keymapOf({ singleKeys: true, keys: changes }), action);

function isAtFirst(action: string, keys: readonly string[]): boolean {
  const first: Readonly<Partial<Record<string, string>>> = FIRST_KEYS;
  return keys.join("") === first[action];
}
