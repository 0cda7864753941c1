import { t } from "../lib/i18n.ts";
import type { Action } from "../lib/view/keymap.ts";
import { tip } from "./tip.ts";

/** What is said of the keys of actions. */
export type Shortcuts = Partial<Record<Action, string>>;

let named: { readonly value: Shortcuts } = { value: {} };

/** From now on tooltips name the keys. Given a signal, they follow it. */
export function nameKeys(shortcuts: { readonly value: Shortcuts }): void {
  named = shortcuts;
  tip.of = (label, does) => {
    const key = keyFor(does);
    return key ? t("withKey", label, key) : label;
  };
}

/** The key that does the same; undefined where there is none, or keys are switched off. */
export const keyFor = (does: Action | undefined): string | undefined => does && named.value[does];
