import type { Action } from "../lib/view/keymap.ts";

/** What a control's tooltip says. Once a page knows the keys (`nameKeys`), it names the one that does the same. */
export const tip = { of: (label: string, _does?: Action): string => label };
