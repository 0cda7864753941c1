import type { Action, Keymap } from "./keymap.ts";

/** Where the keys go: a key may mean another thing while an article is read. */
export type KeyPlace = {
  keymap: Keymap;
  place: "list" | "reader";
  /** `goTo` was asked for before: the next key names a view. */
  isGoing: boolean;
};

export type Pressed = Pick<
  KeyboardEvent,
  | "key"
  | "code"
  | "keyCode"
  | "ctrlKey"
  | "altKey"
  | "metaKey"
  | "shiftKey"
  | "isComposing"
  | "target"
  | "getModifierState"
>;

/** What a key press asks for; null leaves it to the browser. Goes by the sign typed, not by the key's place. */
export function actionOf(event: Pressed, { keymap, place, isGoing }: KeyPlace): Action | null {
  if (isComposing(event) || isTyping(event.target) || isInLayer(event.target)) return null;
  if (event.altKey && event.key === "ArrowLeft") return place === "reader" ? "back" : null;
  if (isCommand(event) || isPressing(event)) return null;
  const keys = keymap[isGoing ? "going" : place];
  return keys.get(keyOf(event)) ?? null;
}

/** Whether an action is wanted again and again while its key is held; a flag would flicker. */
export const isForHolding = (action: Action): boolean => HELD.has(action);

const HELD = new Set<Action>([
  ...(["next", "previous", "nextRow", "previousRow"] as const),
  ...(["pageDown", "pageUp", "bigger", "smaller"] as const),
]);

/** A key that only changes others. */
export const isModifier = (key: string): boolean => /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn|NumLock)$/.test(key);

/** Some browsers tell of the press that ends a composition by its old code alone. */
export const isComposing = ({ isComposing, keyCode }: Pressed): boolean => isComposing || keyCode === 229;

/**
 * The name under which keys are set. Capitals are those typed with Shift, whatever Caps Lock says. Where a keyboard
 * writes another script, the key's place says which Latin letter or digit it is: so keys stay when the script changes.
 */
export function keyOf(event: Pressed): string {
  const { key, code, shiftKey } = event;
  const [, place] = (isForeign(key) && /^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(code)) || [];
  if (place !== undefined) return withCase(place, shiftKey);
  if (/^\p{L}$/u.test(key)) return event.getModifierState("CapsLock") ? withCase(key, shiftKey) : key;
  const isNamed = key === " " || /^\w{2,}$/.test(key);
  return isNamed && shiftKey ? `Shift+${key}` : key;
}

const withCase = (letter: string, isShifted: boolean): string =>
  isShifted ? letter.toUpperCase() : letter.toLowerCase();

/** A letter, mark or digit of a script that is not Latin; some keys of Arabic keyboards write two. */
const isForeign = (key: string): boolean => /^(?![\p{Script=Latin}0-9])[\p{L}\p{M}\p{Nd}]/u.test(key);

/** AltGr, which some systems report as Ctrl and Alt, is how many keyboards write a slash or a full stop. */
export function isCommand(event: Pressed): boolean {
  const isHeld = event.ctrlKey || event.altKey || event.metaKey;
  return isHeld && !(isSign(event.key) && event.getModifierState("AltGraph"));
}

const isSign = (key: string): boolean => /^[\p{P}\p{S}]$/u.test(key);

/** Elements of the article's frame belong to another window, so `instanceof` cannot tell what they are. */
const isTyping = (target: EventTarget | null): boolean =>
  matches(target, 'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable]');

/** A dialog or menu over the page has keys of its own, and what lies under it must not move. */
const isInLayer = (target: EventTarget | null): boolean =>
  matches(target, "dialog, dialog *, [aria-modal=true] *, [role=menu] *");

/** Space and Enter press what has focus, but Space not a link; the arrows move between radio buttons. */
function isPressing({ key, target }: Pressed): boolean {
  if (key === "Enter") return matches(target, "a[href], button, input, summary, [role=button]");
  if (key === " ") return matches(target, "button, input, summary, [role=button]");
  return /^(Arrow|Home|End)/.test(key) && matches(target, "input, [role=toolbar] *, [data-stop]");
}

function matches(target: EventTarget | null, selector: string): boolean {
  // Checked: whatever has a `matches` function is an element, of whichever window.
  const element = target as Element | null;
  return typeof element?.matches === "function" && element.matches(selector);
}
