import { effect, type ReadonlySignal, type Signal } from "@preact/signals";
import { number, t, type MessageKey } from "../lib/i18n.ts";
import type { KeySettings } from "../lib/settings.ts";
import { ACTIONS, keymapOf, keysOf, tagPlaceOf, type Action, type Keymap } from "../lib/view/keymap.ts";
import type { Shortcuts } from "./shortcuts.ts";

/** Keeps what tooltips say of keys at what people have set. */
export function followKeys(settings: ReadonlySignal<KeySettings | null>, shown: Signal<Shortcuts>): void {
  effect(() => {
    if (settings.value) shown.value = shortcutsOf(keymapOf(settings.value));
  });
}

/** The first key of each action. */
function shortcutsOf(keymap: Keymap): Shortcuts {
  const shown: Shortcuts = { back: t("keyEscape"), clearFilter: t("keyEscape") };
  for (const action of ACTIONS) {
    const [key] = keysOf(keymap, action);
    if (key !== undefined) shown[action] = keyParts(key).join("+");
  }
  return shown;
}

/** What stands on the keys that are pressed together. */
export function keyParts(key: string): string[] {
  if (key.startsWith("Shift+")) return [t("keyShift"), ...keyParts(key.slice("Shift+".length))];
  const arrow = ARROWS[key];
  if (arrow) return [arrow];
  const name = NAMES[key];
  if (name) return [t(name)];
  if (/^\p{Lu}$/u.test(key)) return [t("keyShift"), key];
  return [/^\p{Ll}$/u.test(key) && key.toUpperCase().length === key.length ? key.toUpperCase() : key];
}

/** What an action is called. */
export function actionName(action: Action): string {
  const place = tagPlaceOf(action);
  if (place === 1) return t("allTags");
  // Checked above: it is not one of the actions for tags.
  return place === null ? t(`action_${action as Named}`) : t("tagInRow", number(place));
}

type Named = Exclude<Action, `tag${number}`>;

const ARROWS: Partial<Record<string, string>> = { ArrowDown: "↓", ArrowUp: "↑" };

const NAMES: Partial<Record<string, MessageKey>> = {
  " ": "keySpace",
  Backspace: "keyBackspace",
  Delete: "keyDelete",
  End: "keyEnd",
  Enter: "keyEnter",
  Escape: "keyEscape",
  Home: "keyHome",
  Insert: "keyInsert",
};
