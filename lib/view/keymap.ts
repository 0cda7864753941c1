import type { KeySettings } from "../settings.ts";

/** What a key press goes to: the list, the article, or the view whose letter follows `goTo`. */
export type Place = "list" | "reader" | "going";

/**
 * The keys at first of all that can be set, each sign one key; a capital is typed with Shift. What people have changed
 * is stored under these names.
 */
export const FIRST_KEYS = {
  next: "j",
  previous: "k",
  nextRow: "n",
  previousRow: "p",
  open: "o",
  search: "/",
  find: "/",
  undo: "z",
  openOriginal: "o",
  openOriginalBehind: "vb",
  openFullTab: "O",
  toggleUnread: "m",
  toggleStar: "s",
  toggleLater: "l",
  refreshSource: "r",
  refreshAll: "R",
  showNew: ".",
  toggleUnreadOnly: "u",
  markAllRead: "A",
  goTo: "g",
  goUnread: "u",
  goAll: "a",
  goStarred: "s",
  goLater: "l",
  goTags: "t",
  tag1: "1",
  tag2: "2",
  tag3: "3",
  tag4: "4",
  tag5: "5",
  tag6: "6",
  tag7: "7",
  tag8: "8",
  tag9: "9",
  text: "a",
  // On many keyboards the plus is typed with Shift, and the key is pressed without.
  bigger: "+=",
  smaller: "-",
  resetSize: "0",
  shortcuts: "?",
  settings: ",",
} as const;

export type KeyAction = keyof typeof FIRST_KEYS;
export type Action = KeyAction | "first" | "last" | "clearFilter" | "back" | "pageDown" | "pageUp";

/** The others mean the same in the list and in the article. */
const ONLY_IN: Partial<Record<KeyAction, Place>> = {
  nextRow: "list",
  previousRow: "list",
  open: "list",
  search: "list",
  find: "reader",
  openOriginal: "reader",
  goUnread: "going",
  goAll: "going",
  goStarred: "going",
  goLater: "going",
  goTags: "going",
};

/** Keys without which nobody gets through a page, so that they can be neither set nor switched off. */
export const FIXED_KEYS: Readonly<Record<Place, Readonly<Record<string, Action>>>> = {
  list: {
    ArrowDown: "next",
    ArrowUp: "previous",
    Home: "first",
    End: "last",
    Enter: "open",
    Escape: "clearFilter",
    Backspace: "clearFilter",
  },
  // The arrows scroll the text.
  reader: { " ": "pageDown", "Shift+ ": "pageUp", Escape: "back", Backspace: "back" },
  going: {},
};

/** What each key does where. */
export type Keymap = Readonly<Record<Place, ReadonlyMap<string, Action>>>;

export function keymapOf({ singleKeys, keys }: KeySettings): Keymap {
  const map = { list: new Map<string, Action>(), reader: new Map<string, Action>(), going: new Map<string, Action>() };
  // A person's own keys come last: they win over one that an update gives to something else.
  const isOwn = (action: KeyAction) => (keys[action] ? 1 : 0);
  const actions = singleKeys ? ACTIONS.toSorted((one, other) => isOwn(one) - isOwn(other)) : [];
  for (const action of actions) {
    for (const place of placesOf(action)) {
      for (const key of keys[action]?.filter(canBeSet) ?? FIRST_KEYS[action]) map[place].set(key, action);
    }
  }
  for (const place of PLACES) {
    for (const [key, action] of Object.entries(FIXED_KEYS[place])) map[place].set(key, action);
  }
  return map;
}

/** What is typed (on some keyboards two signs at once), and keys that neither page nor browser has a use for. */
export const canBeSet = (key: string): boolean => /^(?:[^\s\p{C}]|[^\p{ASCII}]{2}|F[2489]|Insert|Delete)$/u.test(key);

// Checked: the table's own names.
export const ACTIONS = Object.keys(FIRST_KEYS) as KeyAction[];
const PLACES = ["list", "reader", "going"] as const;

export const placesOf = (action: KeyAction): readonly Place[] => {
  const only = ONLY_IN[action];
  return only ? [only] : ["list", "reader"];
};

/** The keys that can be set and do this now. */
export function keysOf(keymap: Keymap, action: KeyAction): string[] {
  const found = placesOf(action).flatMap((place) =>
    [...keymap[place]]
      .filter(([key, does]) => does === action && !Object.hasOwn(FIXED_KEYS[place], key))
      .map(([key]) => key),
  );
  return [...new Set(found)];
}

/** Which tag of the row an action chooses, from 1; null for all others. */
export function tagPlaceOf(action: Action): number | null {
  const [, place] = /^tag(\d)$/.exec(action) ?? [];
  return place === undefined ? null : Number(place);
}
