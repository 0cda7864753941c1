import type { ReadonlySignal } from "@preact/signals";
import { plural, t, type MessageKey } from "../../lib/i18n.ts";
import { BADGES, type Settings } from "../../lib/settings.ts";
import type { AlertChoices } from "../../lib/view/alertChoices.ts";
import { Notice } from "../Notice.tsx";
import { AlertList } from "./AlertList.tsx";
import { Choice } from "./Choice.tsx";
import { QuietHours, type QuietSettings } from "./QuietHours.tsx";

export type AlertSettings = QuietSettings & Pick<Settings, "notifications" | "badge">;

export type AlertProps = {
  chosen: AlertSettings;
  change: (change: Partial<AlertSettings>) => void;
  choices: AlertChoices;
  /** Whether the browser, or the system it runs on, keeps our notifications from being shown. */
  isBlocked: ReadonlySignal<boolean>;
};

const BADGE_NAMES: Record<Settings["badge"], MessageKey> = {
  unread: "badgeUnread",
  new: "badgeNew",
  dot: "badgeDot",
  none: "badgeNone",
};

export function Alerts({ chosen, change, choices, isBlocked }: AlertProps) {
  return (
    <section class="sec" id="alerts">
      <h2>{t("alerts")}</h2>
      <p class="sub">{t("alertsSub")}</p>
      <div class="card">
        {chosen.notifications && isBlocked.value && <Notice tone="warn" icon="bell" text={t("notificationsBlocked")} />}
        <div class="set">
          <label for="notify">{t("notifyMe")}</label>
          <p id="notify-hint">{t("notifyMeHint")}</p>
          <div class="c">
            <input
              class="sw"
              type="checkbox"
              role="switch"
              id="notify"
              aria-describedby="notify-hint"
              checked={chosen.notifications}
              onChange={({ currentTarget }) => change({ notifications: currentTarget.checked })}
            />
          </div>
        </div>
        {chosen.notifications && <QuietHours chosen={chosen} change={change} />}
        <Choice
          id="badge"
          label={t("badge")}
          hint={t("badgeHint")}
          choices={BADGES}
          chosen={chosen.badge}
          say={(badge) => t(BADGE_NAMES[badge])}
          onChoose={(badge) => change({ badge })}
        />
      </div>
      <Lists choices={choices} />
    </section>
  );
}

function Lists({ choices: { lists, showAllTags, tellOfSource, tellOfTag } }: Pick<AlertProps, "choices">) {
  if (lists.value === null) return null;
  const { sources, tags, tagCount } = lists.value;
  const more = { label: plural("showAllTags", tagCount), show: showAllTags };
  return (
    <>
      {tags.length > 0 && (
        <AlertList
          id="told-tags"
          title={t("alertsByTag")}
          hint={t("alertsByTagHint")}
          rows={tags}
          onChoose={(tag, mode) => void tellOfTag(tag, mode)}
          {...(tags.length < tagCount && { more })}
        />
      )}
      <AlertList
        id="told-sources"
        title={t("alertsBySource")}
        hint={t("alertsBySourceHint")}
        rows={sources}
        onChoose={(id, mode) => void tellOfSource(id, mode)}
      />
    </>
  );
}
