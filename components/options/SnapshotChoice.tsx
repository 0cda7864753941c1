import { useState } from "preact/hooks";
import { plural, t } from "../../lib/i18n.ts";
import type { Backups, SnapshotLine } from "../../lib/view/backups.ts";
import { dayOf, momentOf } from "./backupDates.ts";
import { useReturn } from "./useReturn.ts";

/** Every day is kept as it was for a week: the way back from a slip. */
export function SnapshotChoice({ backups }: { backups: Backups }) {
  const [asked, setAsked] = useState<SnapshotLine | null>(null);
  const [chosenAt, choose] = useState<number | null>(null);
  const { opener, question } = useReturn(asked !== null);
  const snapshots = backups.snapshots.value;
  const chosen = snapshots.find(({ at }) => at === chosenAt) ?? snapshots[0];
  if (!chosen) return null;
  const goBack = () => {
    setAsked(null);
    void backups.goBack(chosen.at);
  };
  return (
    <>
      <div class="set">
        <label for="snapshot">{t("snapshots")}</label>
        <p id="snapshot-hint">{t("snapshotsHint")}</p>
        <div class="c">
          <select
            class="field num"
            id="snapshot"
            aria-describedby="snapshot-hint"
            onChange={({ currentTarget }) => choose(snapshots[currentTarget.selectedIndex]?.at ?? null)}
          >
            {snapshots.map(({ at }) => (
              <option key={at} selected={at === chosen.at}>
                {momentOf(at)}
              </option>
            ))}
          </select>
          <button class="btn" type="button" ref={opener} onClick={() => setAsked(chosen)}>
            {t("goBack")}
          </button>
        </div>
      </div>
      {asked && (
        <div class="import" role="group" aria-labelledby="go-back-title">
          <div class="m">
            <h3 id="go-back-title" ref={question} tabIndex={-1}>
              {t("restoreQuestion", dayOf(asked.at))}
            </h3>
            <p>{t("goBackText", plural("sources", asked.sources), plural("starredCount", asked.starred))}</p>
          </div>
          <button class="btn primary" type="button" onClick={goBack}>
            {t("goBack")}
          </button>
          <button class="btn quiet" type="button" onClick={() => setAsked(null)}>
            {t("cancel")}
          </button>
        </div>
      )}
    </>
  );
}
