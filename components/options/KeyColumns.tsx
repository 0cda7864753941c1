import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { KeyChanges } from "../../lib/settings.ts";
import { isKeyAction, KEY_GROUPS, shownKeys, type KeyGroup } from "../../lib/view/keyGroups.ts";
import { keymapOf, type KeyAction, type Keymap } from "../../lib/view/keymap.ts";
import { groupName, actionName } from "../keyNames.ts";
import { Keys } from "../Keys.tsx";
import { KeyEditor } from "./KeyEditor.tsx";

export type KeysProps = { keys: KeyChanges; change: (keys: KeyChanges) => void };

/** All that has keys, in two columns of their own: a row that opens moves only what is below it. */
export function KeyColumns(props: KeysProps) {
  const [edited, edit] = useState<KeyAction | null>(null);
  const keymap = keymapOf({ singleKeys: true, keys: props.keys });
  return (
    <div class="keys">
      {COLUMNS.map((groups, i) => (
        <div key={i}>
          {groups.map((group) => (
            <Group key={group.name} name={groupName(group)}>
              {group.actions.filter(isKeyAction).map((action) => (
                <KeyRow key={action} {...props} {...{ action, keymap, edit }} isOpen={edited === action} />
              ))}
            </Group>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Lists alone have as many rows as all others. */
const isLong = ({ name }: KeyGroup): boolean => name === "lists";
const COLUMNS = [KEY_GROUPS.filter((group) => !isLong(group)), KEY_GROUPS.filter(isLong)];

const Group = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <>
    <h3>{name}</h3>
    <ul aria-label={name}>{children}</ul>
  </>
);

type RowProps = KeysProps & {
  action: KeyAction;
  keymap: Keymap;
  isOpen: boolean;
  edit: (action: KeyAction | null) => void;
};

function KeyRow({ action, keymap, isOpen, edit, keys, change }: RowProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const id = `keys-${action}`;
  const shown = shownKeys(keymap, action);
  const close = () => {
    edit(null);
    opener.current?.focus();
  };
  return (
    <li>
      <button
        class="keyrow"
        type="button"
        ref={opener}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => edit(isOpen ? null : action)}
      >
        <span>{actionName(action)}</span> {shown.length > 0 ? <Keys keys={shown} /> : <i>{t("noKey")}</i>}
      </button>
      {isOpen && <KeyEditor {...{ id, action, keys, change }} onClose={close} />}
    </li>
  );
}
