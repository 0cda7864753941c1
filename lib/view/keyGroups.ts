import { FIRST_KEYS, FIXED_KEYS, keysOf, placesOf, type Action, type KeyAction, type Keymap } from "./keymap.ts";

export type KeyGroup = { name: "moving" | "article" | "lists" | "text" | "other"; actions: readonly Action[] };

/** All that keys do, as people look for it. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    name: "moving",
    actions: ["next", "previous", "nextRow", "previousRow", "first", "last", "open", "back", "pageDown", "pageUp"],
  },
  {
    name: "article",
    actions: ["toggleUnread", "toggleStar", "toggleLater", "openOriginal", "openOriginalBehind", "openFullTab", "find"],
  },
  { name: "text", actions: ["text", "bigger", "smaller", "resetSize"] },
  {
    name: "lists",
    actions: [
      ...([
        "search",
        "clearFilter",
        "refreshSource",
        "refreshAll",
        "showNew",
        "toggleUnreadOnly",
        "markAllRead",
      ] as const),
      ...(["goTo", "goUnread", "goAll", "goStarred", "goLater", "goTags"] as const),
      ...(["tag1", "tag2", "tag3", "tag4", "tag5", "tag6", "tag7", "tag8", "tag9"] as const),
    ],
  },
  { name: "other", actions: ["undo", "shortcuts", "settings"] },
];

/** A key, and the one that has to be pressed before it, where there is one. */
export type ShownKey = { before: string | null; key: string };

/** All keys that do this: those that can be set, then those that cannot. */
export function shownKeys(keymap: Keymap, action: Action): ShownKey[] {
  const own = isKeyAction(action) ? keysOf(keymap, action) : [];
  if (isGoal(action)) return keysOf(keymap, "goTo").flatMap((before) => own.map((key) => ({ before, key })));
  return [...own, ...fixedKeysOf(action)].map((key) => ({ before: null, key }));
}

/** The keys that always do this. */
export function fixedKeysOf(action: Action): string[] {
  const all = [...Object.entries(FIXED_KEYS.list), ...Object.entries(FIXED_KEYS.reader)];
  return all.filter(([, does]) => does === action).map(([key]) => key);
}

export const isKeyAction = (action: Action): action is KeyAction => Object.hasOwn(FIRST_KEYS, action);

/** Where `goTo` goes: its key is pressed before. */
const isGoal = (action: Action): boolean => isKeyAction(action) && placesOf(action).includes("going");

/** The keys that the browser keeps for the extension; empty where a person has taken one away. */
export type BrowserKeys = {
  read: () => Promise<{ openPopup: string; openPanel: string }>;
  /** Leads to where the browser lets people change them. */
  change: () => Promise<void>;
};
