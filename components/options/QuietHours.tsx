import { t } from "../../lib/i18n.ts";
import type { Settings } from "../../lib/settings.ts";

export type QuietSettings = Pick<Settings, "quietHours" | "quietFrom" | "quietUntil">;

type Props = { chosen: QuietSettings; change: (change: Partial<QuietSettings>) => void };

/** From when until when nothing may pop up. */
export function QuietHours({ chosen, change }: Props) {
  return (
    <div class="set quiet">
      <label for="quiet">{t("quietHours")}</label>
      <p id="quiet-hint">{t("quietHoursHint")}</p>
      <div class="c">
        {chosen.quietHours && (
          <>
            <Time label={t("quietFrom")} minutes={chosen.quietFrom} onChange={(quietFrom) => change({ quietFrom })} />
            <Time
              label={t("quietUntil")}
              minutes={chosen.quietUntil}
              onChange={(quietUntil) => change({ quietUntil })}
            />
          </>
        )}
        <input
          class="sw"
          type="checkbox"
          role="switch"
          id="quiet"
          aria-describedby="quiet-hint"
          checked={chosen.quietHours}
          onChange={({ currentTarget }) => change({ quietHours: currentTarget.checked })}
        />
      </div>
    </div>
  );
}

/** `minutes` since midnight, by the clock on the wall. */
type TimeProps = { label: string; minutes: number; onChange: (minutes: number) => void };

function Time({ label, minutes, onChange }: TimeProps) {
  return (
    <label class="time">
      {label}
      <input
        class="field num"
        type="time"
        value={clockTime(minutes)}
        onChange={({ currentTarget: { valueAsNumber } }) => {
          // It is no number while a part of it is empty.
          if (Number.isFinite(valueAsNumber)) onChange(valueAsNumber / 60_000);
        }}
      />
    </label>
  );
}

/** As the field wants it, whatever the reader's language. */
function clockTime(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours, rest].map((part) => String(part).padStart(2, "0")).join(":");
}
