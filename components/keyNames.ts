import { effect, type ReadonlySignal, type Signal } from "@preact/signals";
import { number, t, type MessageKey } from "../lib/i18n.ts";
import type { KeySettings } from "../lib/settings.ts";
import type { KeyGroup } from "../lib/view/keyGroups.ts";
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
    if (key !== undefined) shown[action] = keyName(key);
  }
  return shown;
}

/** What stands on the keys that are pressed together: "Shift" and "A" for "A", "Ctrl" and "S" for "Ctrl+s". */
export const keyParts = (key: string): string[] => key.split(/(?<=.)\+(?=.)/).flatMap(partsOf);

export const keyName = (key: string): string => keyParts(key).join("+");

function partsOf(key: string): string[] {
  const name = NAMES[key];
  if (name) return [t(name)];
  if (/^\p{Lu}$/u.test(key)) return [t("keyShift"), key];
  const upper = key.toUpperCase();
  return [ARROWS[key] ?? (/^\p{Ll}$/u.test(key) && upper.length === key.length ? upper : key)];
}

/** What an action is called. */
export function actionName(action: Action): string {
  const place = tagPlaceOf(action);
  if (place === 1) return t("allTagsKey");
  // Checked above: it is not one of the actions for tags.
  return place === null ? t(`action_${action as Named}`) : t("tagInRow", number(place));
}

export const groupName = ({ name }: KeyGroup): string => t(`keys_${name}`);

type Named = Exclude<Action, `tag${number}`>;

const ARROWS: Partial<Record<string, string>> = { ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑" };

const NAMES: Partial<Record<string, MessageKey>> = {
  " ": "keySpace",
  Backspace: "keyBackspace",
  Delete: "keyDelete",
  End: "keyEnd",
  Enter: "keyEnter",
  Escape: "keyEscape",
  Home: "keyHome",
  Insert: "keyInsert",
  Shift: "keyShift",
};
