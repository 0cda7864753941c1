import { useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { Importing } from "../../lib/view/importing.ts";
import type { Told } from "../../lib/view/welcome.ts";
import { OPML_FILES, useFilePicker } from "../filePicker.tsx";
import { ImportPanel } from "../options/ImportPanel.tsx";
import { timeOfDay } from "../timeOfDay.ts";
import { StepTitle } from "./StepTitle.tsx";

/** Minutes since local midnight. */
export type QuietTimes = { quietFrom: number; quietUntil: number };

type Props = { importing: Importing; quiet: QuietTimes; onStart: (told: Told) => void };

export function HowTold({ importing, quiet, onStart }: Props) {
  const [told, setTold] = useState<Told>("count");
  return (
    <>
      <StepTitle step={2}>{t("toldTitle")}</StepTitle>
      <div class="opts" role="radiogroup" aria-label={t("toldTitle")}>
        {WAYS.map((way) => (
          <label key={way}>
            <input
              type="radio"
              name="told"
              checked={told === way}
              aria-describedby={`told-${way}`}
              onChange={() => setTold(way)}
            />
            <span>{t(`told_${way}`)}</span>
            <small id={`told-${way}`}>{hintOf(way, quiet)}</small>
          </label>
        ))}
      </div>
      <OtherReader importing={importing} />
      <div class="ft">
        <button class="btn primary" type="button" onClick={() => onStart(told)}>
          {t("startReading")}
        </button>
        <a class="btn quiet" href="#topics">
          {t("back")}
        </a>
      </div>
    </>
  );
}

const WAYS: Told[] = ["notify", "count", "neither"];

function hintOf(way: Told, { quietFrom, quietUntil }: QuietTimes): string {
  if (way === "notify") return t("told_notifyHint", timeOfDay(quietFrom), timeOfDay(quietUntil));
  return way === "count" ? t("told_countHint") : t("told_neitherHint", t("appName"));
}

function OtherReader({ importing }: { importing: Importing }) {
  const picker = useFilePicker(OPML_FILES, (file) => void importing.choose(file));
  const close = () => {
    importing.close();
    picker.button.current?.focus();
  };
  return (
    <div class="other">
      {picker.input}
      <p class="p">
        {t("otherReader")}{" "}
        <button class="link" type="button" ref={picker.button} onClick={picker.open}>
          {t("importOpmlFile")}
        </button>
      </p>
      <ImportPanel importing={importing} onClose={close} />
    </div>
  );
}
