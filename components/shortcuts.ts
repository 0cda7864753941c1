import { t } from "../lib/i18n.ts";
import type { Action } from "../lib/view/keymap.ts";
import { tip } from "./tip.ts";

/** What is said of the keys of actions. */
export type Shortcuts = Partial<Record<Action, string>>;

/** From now on tooltips name the keys. Given a signal, they follow it. */
export function nameKeys(shortcuts: { readonly value: Shortcuts }): void {
  tip.of = (label, does) => {
    const key = does && shortcuts.value[does];
    return key ? t("withKey", label, key) : label;
  };
}
