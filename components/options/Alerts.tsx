import { locale, t } from "../../lib/i18n.ts";

/** The quiet hours are times of day in minutes, local. */
export type AlertSettings = { notifications: boolean; quietFrom: number; quietUntil: number };

type Props = { chosen: AlertSettings; change: (change: Partial<AlertSettings>) => void };

export function Alerts({ chosen, change }: Props) {
  return (
    <section class="sec" id="alerts">
      <h2>{t("alerts")}</h2>
      <p class="sub">{t("alertsSub")}</p>
      <div class="card">
        <div class="set">
          <label for="notify">{t("notifyMe")}</label>
          <p id="notify-quiet">{t("quietHours", timeOfDay(chosen.quietFrom), timeOfDay(chosen.quietUntil))}</p>
          <div class="c">
            <input
              class="sw"
              type="checkbox"
              role="switch"
              id="notify"
              aria-describedby="notify-quiet"
              checked={chosen.notifications}
              onChange={(event) => change({ notifications: event.currentTarget.checked })}
            />
          </div>
        </div>
      </div>
    </section>
  );
}

/** Made as UTC and shown as UTC: a time of day has no date that a clock change could fall on. */
function timeOfDay(minutes: number): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short", timeZone: "UTC" }).format(minutes * 60_000);
}
