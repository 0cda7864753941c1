import { useState } from "preact/hooks";
import { locale, t } from "../../lib/i18n.ts";
import type { KeyChanges } from "../../lib/settings.ts";
import type { KeyAction } from "../../lib/view/keymap.ts";
import { firstKeys, ownKeys, setKeys, usersOf } from "../../lib/view/setKeys.ts";
import { actionName, keyName } from "../keyNames.ts";

/** Keys that something else has, and that wait for a yes. */
type Wish = { keys: string[]; users: KeyAction[] };

type Given = { action: KeyAction; keys: KeyChanges; change: (keys: KeyChanges) => void };

/** How an action gets its keys, and what is said of it. */
export function useSettingKeys({ action, keys, change }: Given) {
  const [said, say] = useState("");
  const [wish, setWish] = useState<Wish | null>(null);
  /** The first key taken stands in for those before, the next ones beside it. */
  const [isAdding, setAdding] = useState(false);
  const own = ownKeys(keys, action);

  function use(wanted: string[]): void {
    change(setKeys(keys, action, wanted));
    setAdding(wanted.length > 0);
    setWish(null);
    say(wanted.length > 0 ? t("keyIsSet", listOf(wanted), actionName(action)) : t("keyIsGone", actionName(action)));
  }

  function ask(wanted: string[]): void {
    const users = [...new Set(wanted.flatMap((key) => usersOf(keys, action, key)))];
    if (users.length === 0) return use(wanted);
    say("");
    setWish({ keys: wanted, users });
  }

  return {
    said,
    own,
    /** Null where nothing is to be decided. */
    question: wish && t("keyIsUsed", listOf(wish.keys), namesOf(wish.users)),
    take: (key: string) => ask(isAdding && !own.includes(key) ? [...own, key] : [key]),
    confirm: () => wish && use(wish.keys),
    decline: () => setWish(null),
    drop: () => use([]),
    reset: () => ask(firstKeys(action)),
    refuse: (words: string) => {
      setWish(null);
      say(words);
    },
  };
}

/** "J or ↓". */
export const listOf = (keys: string[]): string =>
  new Intl.ListFormat(locale(), { type: "disjunction" }).format(keys.map(keyName));

const namesOf = (actions: KeyAction[]): string => new Intl.ListFormat(locale()).format(actions.map(actionName));
