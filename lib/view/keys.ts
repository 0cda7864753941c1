import type { View } from "../model.ts";

export type Action =
  | "next"
  | "previous"
  | "nextRow"
  | "previousRow"
  | "open"
  | "back"
  | "clearFilter"
  | "search"
  | "openOriginal"
  | "openOriginalBehind"
  | "openFullTab"
  | "pageDown"
  | "pageUp"
  | "toggleUnread"
  | "toggleStar"
  | "toggleLater"
  | "markAllRead"
  | "undo"
  | "refreshSource"
  | "refreshAll"
  | "showNew"
  | "toggleUnreadOnly"
  | "text"
  | "bigger"
  | "smaller"
  | "resetSize"
  | "settings"
  | { tag: number }
  | { view: View }
  | "goTo";

/** Where the keys go: a key may mean another thing while an article is read. */
export type KeyPlace = {
  place: "list" | "reader";
  /** `G` was the key before: the next one names a view. */
  isGoing: boolean;
};

type Keys = Readonly<Record<string, Action>>;

const EVERYWHERE: Keys = {
  j: "next",
  k: "previous",
  v: "openOriginalBehind",
  b: "openOriginalBehind",
  O: "openFullTab",
  m: "toggleUnread",
  s: "toggleStar",
  l: "toggleLater",
  r: "refreshSource",
  R: "refreshAll",
  ".": "showNew",
  u: "toggleUnreadOnly",
  g: "goTo",
  a: "text",
  "+": "bigger",
  "-": "smaller",
  "0": "resetSize",
  A: "markAllRead",
  z: "undo",
  ",": "settings",
};

const IN_LIST: Keys = {
  ArrowDown: "next",
  ArrowUp: "previous",
  n: "nextRow",
  p: "previousRow",
  o: "open",
  Enter: "open",
  Escape: "clearFilter",
  Backspace: "clearFilter",
  "/": "search",
};

/** The arrows scroll the text. */
const IN_READER: Keys = { o: "openOriginal", " ": "pageDown", Escape: "back", Backspace: "back" };

const GOING: Keys = { u: { view: "unread" }, a: { view: "all" }, s: { view: "starred" }, l: { view: "later" } };

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing" | "target">;

/** What a key press asks for; null leaves it to the browser. Goes by the letter typed, not by the key's place. */
export function actionOf(event: Pressed, { place, isGoing }: KeyPlace): Action | null {
  if (event.isComposing || isTyping(event.target)) return null;
  if (event.altKey && event.key === "ArrowLeft") return place === "reader" ? "back" : null;
  if (event.ctrlKey || event.altKey || event.metaKey || isPressing(event)) return null;
  if (isGoing) return GOING[event.key] ?? null;
  if (event.key === " " && event.shiftKey) return place === "reader" ? "pageUp" : null;
  if (/^[1-9]$/.test(event.key)) return { tag: Number(event.key) - 1 };
  return (place === "list" ? IN_LIST : IN_READER)[event.key] ?? EVERYWHERE[event.key] ?? null;
}

/** Elements of the article's frame belong to another window, so `instanceof` cannot tell what they are. */
const isTyping = (target: EventTarget | null): boolean =>
  matches(target, 'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable]');

/** Space and Enter press what has focus; the arrows move between radio buttons. */
function isPressing({ key, target }: Pressed): boolean {
  if (key === "Enter" || key === " ") return matches(target, "a[href], button, input, summary, [role=button]");
  return key.startsWith("Arrow") && matches(target, "input, [role=toolbar] *, [role=menu] *, [data-stop]");
}

function matches(target: EventTarget | null, selector: string): boolean {
  // Checked: whatever has a `matches` function is an element, of whichever window.
  const element = target as Element | null;
  return typeof element?.matches === "function" && element.matches(selector);
}
