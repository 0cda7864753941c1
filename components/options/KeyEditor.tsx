import { useEffect, useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { KeyChanges } from "../../lib/settings.ts";
import { fixedKeysOf } from "../../lib/view/keyGroups.ts";
import { canBeSet, type KeyAction } from "../../lib/view/keymap.ts";
import { firstKeys, pickKey } from "../../lib/view/setKeys.ts";
import { actionName, keyName } from "../keyNames.ts";
import { listOf, useSettingKeys } from "./settingKeys.ts";

type Props = {
  id: string;
  action: KeyAction;
  keys: KeyChanges;
  change: (keys: KeyChanges) => void;
  onClose: () => void;
};

/** Where an action gets its keys: each is pressed as it will be. */
export function KeyEditor({ id, action, keys, change, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const setting = useSettingKeys({ action, keys, change });
  const focusField = () => field.current?.focus();
  const inField = (act: () => void) => () => {
    act();
    focusField();
  };
  useEffect(focusField, []);

  function press(event: KeyboardEvent): void {
    const pick = pickKey(event);
    if (pick.kind === "none") return;
    event.preventDefault();
    if (pick.kind === "key") setting.take(pick.key);
    else setting.refuse(t(`keyRefused_${pick.why}`, keyName(pick.key)));
  }

  return (
    <div class="keyedit" id={id} role="group" aria-label={actionName(action)} onKeyDown={closing(onClose)}>
      <input
        ref={field}
        class="field"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-label={t("newKey", actionName(action))}
        aria-describedby={`${id}-hint`}
        placeholder={t("pressKey")}
        onKeyDown={(event) => event.key !== "Escape" && press(event)}
        onInput={({ currentTarget }) => takeWritten(currentTarget, setting.take)}
      />
      <span class="acts">
        {setting.own.length > 0 && (
          <button class="btn" type="button" onClick={inField(setting.drop)}>
            {t("noKey")}
          </button>
        )}
        {setting.own.join("") !== firstKeys(action).join("") && (
          <button class="btn" type="button" onClick={inField(setting.reset)}>
            {t("resetKey", listOf(firstKeys(action)))}
          </button>
        )}
        <button class="btn" type="button" onClick={onClose}>
          {t("done")}
        </button>
      </span>
      <Hint id={`${id}-hint`} action={action} />
      <p class="said" role="status">
        {setting.said}
      </p>
      {setting.question !== null && (
        <Question
          id={`${id}-ask`}
          words={setting.question}
          onYes={inField(setting.confirm)}
          onNo={inField(setting.decline)}
        />
      )}
    </div>
  );
}

const closing = (close: () => void) => (event: KeyboardEvent) => void (event.key === "Escape" && close());

/** What a composition, a voice or a keyboard on the screen has written. */
function takeWritten(field: HTMLInputElement, take: (key: string) => void): void {
  const sign = [...field.value.trim()].at(-1);
  field.value = "";
  if (sign !== undefined && canBeSet(sign)) take(sign);
}

function Hint({ id, action }: { id: string; action: KeyAction }) {
  const fixed = fixedKeysOf(action);
  return (
    <p id={id}>
      {t("pressKeyHint")}
      {fixed.length > 0 && ` ${t("keyAlways", listOf(fixed))}`}
    </p>
  );
}

type QuestionProps = { id: string; words: string; onYes: () => void; onNo: () => void };

function Question({ id, words, onYes, onNo }: QuestionProps) {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), [words]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onNo();
  };
  return (
    <div class="question" role="group" aria-labelledby={id} onKeyDown={press}>
      <p id={id}>{words}</p>
      <span class="acts">
        <button class="btn primary" type="button" aria-describedby={id} ref={yes} onClick={onYes}>
          {t("useHere")}
        </button>
        <button class="btn" type="button" onClick={onNo}>
          {t("cancel")}
        </button>
      </span>
    </div>
  );
}
