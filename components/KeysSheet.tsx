import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { number, t } from "../lib/i18n.ts";
import type { KeySettings } from "../lib/settings.ts";
import { KEY_GROUPS, shownKeys, type BrowserKeys, type KeyGroup } from "../lib/view/keyGroups.ts";
import { keymapOf, tagPlaceOf, type Action, type Keymap } from "../lib/view/keymap.ts";
import { IconButton } from "./IconButton.tsx";
import { actionName, groupName, keyParts } from "./keyNames.ts";
import { Keys, Pressed } from "./Keys.tsx";

export type KeysSheetProps = {
  settings: KeySettings;
  browserKeys: BrowserKeys;
  /** Null on the settings' own page. */
  onSettings: (() => void) | null;
  onClose: () => void;
};

/** All shortcuts, as the person has set them. */
export function KeysSheet({ settings, browserKeys, onSettings, onClose }: KeysSheetProps) {
  const box = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const keymap = keymapOf(settings);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    title.current?.focus();
    // Closed before it goes, it gives focus back to where that was.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      class="keysheet"
      aria-labelledby="keysheet"
      ref={box}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => {
        if (isAskedAgain(event, keymap)) onClose();
        if (box.current && keepFocus(box.current, event)) event.preventDefault();
      }}
    >
      <header>
        <h2 id="keysheet" tabIndex={-1} ref={title}>
          {t("keysTitle")}
        </h2>
        {onSettings && (
          <button class="btn quiet" type="button" onClick={onSettings}>
            {t("changeKeys")}
          </button>
        )}
        <IconButton icon="close" label={t("close")} does="back" onPress={onClose} />
      </header>
      <div class="groups">
        {!settings.singleKeys && <p class="off">{t("singleKeysOff")}</p>}
        {KEY_GROUPS.map((group) => (
          <Group key={group.name} group={group} keymap={keymap} />
        ))}
        <Anywhere browserKeys={browserKeys} />
      </div>
    </dialog>
  );
}

const isAskedAgain = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent, keymap: Keymap): boolean =>
  !ctrlKey && !altKey && !metaKey && keymap.list.get(key) === "shortcuts";

/** From the last control Tab goes to the first and back; the browser would lead through its own first. */
function keepFocus(box: HTMLElement, { key, shiftKey }: KeyboardEvent): boolean {
  if (key !== "Tab") return false;
  const stops = [...box.querySelectorAll<HTMLElement>("button")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const isLeaving = shiftKey ? at <= 0 : at === stops.length - 1;
  if (isLeaving) stops.at(shiftKey ? -1 : 0)?.focus();
  return isLeaving;
}

function Group({ group, keymap }: { group: KeyGroup; keymap: Keymap }) {
  const rows = group.actions.filter((action) => action !== "goTo" && tagPlaceOf(action) === null);
  const shown = rows
    .map((action) => ({ action, keys: shownKeys(keymap, action) }))
    .filter(({ keys }) => keys.length > 0);
  const tags = tagKeys(group.actions, keymap);
  if (shown.length === 0) return null;
  return (
    <Section name={groupName(group)}>
      {shown.map(({ action, keys }) => (
        <Row key={action} name={actionName(action)}>
          <Keys keys={keys} />
        </Row>
      ))}
      {tags.length > 0 && <Row name={t("keysOfTags")}>{tags}</Row>}
    </Section>
  );
}

/** The first and the last of the keys for tags, or all of them where they are not in a row. */
function tagKeys(actions: readonly Action[], keymap: Keymap): ComponentChildren[] {
  const keys = actions.filter((action) => tagPlaceOf(action) !== null).flatMap((action) => shownKeys(keymap, action));
  const isInRow = keys.length === 9 && keys.every(({ key }, i) => key === String(i + 1));
  if (!isInRow) return keys.map(({ key }) => <Pressed key={key} parts={keyParts(key)} />);
  return [<Pressed key="first" parts={[number(1)]} />, "–", <Pressed key="last" parts={[number(9)]} />];
}

/** What the browser's own keys do, wherever one is. */
function Anywhere({ browserKeys }: { browserKeys: BrowserKeys }) {
  const [keys, setKeys] = useState<Awaited<ReturnType<BrowserKeys["read"]>> | null>(null);
  useEffect(() => void browserKeys.read().then(setKeys), []);
  const change = (
    <button class="link" type="button" onClick={() => void browserKeys.change()}>
      {t("changeBrowserKeys")}
    </button>
  );
  return (
    <Section name={t("keysAnywhere")} end={change}>
      <Row name={t("openPopup")}>{keys && <BrowserKey written={keys.openPopup} />}</Row>
      <Row name={t("openSidePanel")}>{keys && <BrowserKey written={keys.openPanel} />}</Row>
    </Section>
  );
}

/** "Alt+Shift+F", or all signs in one on a Mac. */
const BrowserKey = ({ written }: { written: string }) =>
  written === "" ? <>{t("noKey")}</> : <Pressed parts={written.split("+")} />;

type SectionProps = { name: string; children: ComponentChildren; end?: ComponentChildren };

const Section = ({ name, children, end }: SectionProps) => (
  <section>
    <h3>{name}</h3>
    <dl>{children}</dl>
    {end}
  </section>
);

const Row = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
