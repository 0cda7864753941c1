import { useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { KeyChanges, KeySettings } from "../../lib/settings.ts";
import type { BrowserKeys } from "../../lib/view/keyGroups.ts";
import { KeysSheet } from "../KeysSheet.tsx";
import { useArrival } from "./arrival.ts";
import { KeyColumns, type KeysProps } from "./KeyColumns.tsx";

type Props = { chosen: KeySettings; change: (change: Partial<KeySettings>) => void; browserKeys: BrowserKeys };

export function KeyboardSection({ chosen, change, browserKeys }: Props) {
  const section = useArrival("keyboard");
  const changeKeys = (keys: KeyChanges) => change({ keys });
  return (
    <section class="sec" id="keyboard" ref={section}>
      <h2>{t("keyboard")}</h2>
      <p class="sub">
        {t("keyboardSub")}{" "}
        <button class="link" type="button" onClick={() => void browserKeys.change()}>
          {t("changeBrowserWide")}
        </button>
      </p>
      <div class="card">
        <Switch isOn={chosen.singleKeys} turn={(singleKeys) => change({ singleKeys })} />
      </div>
      <div class="card">
        {!chosen.singleKeys && <p class="keysoff">{t("keysAreOff")}</p>}
        <KeyColumns keys={chosen.keys} change={changeKeys} />
        <div class="keyend">
          <ResetAll keys={chosen.keys} change={changeKeys} />
          <AllShortcuts settings={chosen} browserKeys={browserKeys} />
        </div>
      </div>
    </section>
  );
}

function Switch({ isOn, turn }: { isOn: boolean; turn: (isOn: boolean) => void }) {
  return (
    <div class="set">
      <label for="single-keys">{t("singleKeys")}</label>
      <p id="single-keys-hint">{t("singleKeysHint")}</p>
      <div class="c">
        <input
          class="sw"
          type="checkbox"
          role="switch"
          id="single-keys"
          aria-describedby="single-keys-hint"
          checked={isOn}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
      </div>
    </div>
  );
}

/** One button in two states: what it did can be taken back until the page goes or a key is set. */
function ResetAll({ keys, change }: KeysProps) {
  const [before, keep] = useState<KeyChanges | null>(null);
  const isChanged = Object.keys(keys).length > 0;
  const canUndo = before !== null && !isChanged;
  const reset = () => {
    keep(keys);
    change({});
  };
  return (
    <>
      <p role="status">{canUndo ? t("allKeysReset") : ""}</p>
      {(isChanged || canUndo) && (
        <button class="btn" type="button" onClick={canUndo ? () => change(before) : reset}>
          {t(canUndo ? "undo" : "resetAllKeys")}
        </button>
      )}
    </>
  );
}

function AllShortcuts({ settings, browserKeys }: { settings: KeySettings; browserKeys: BrowserKeys }) {
  const [isOpen, open] = useState(false);
  return (
    <>
      <button class="btn" type="button" aria-haspopup="dialog" onClick={() => open(true)}>
        {t("action_shortcuts")}
      </button>
      {isOpen && (
        <KeysSheet settings={settings} browserKeys={browserKeys} onSettings={null} onClose={() => open(false)} />
      )}
    </>
  );
}
