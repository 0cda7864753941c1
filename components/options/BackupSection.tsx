import { useRef, useState } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import type { Backups } from "../../lib/view/backups.ts";
import { Icon } from "../Icon.tsx";
import { useArrival } from "./arrival.ts";
import { BackupNotice, newsIn } from "./BackupNotice.tsx";
import { dayOf } from "./backupDates.ts";
import { EraseDialog } from "./EraseDialog.tsx";
import { FileButton } from "./FileButton.tsx";
import { RestorePanel } from "./RestorePanel.tsx";
import { SnapshotChoice } from "./SnapshotChoice.tsx";

/** A file of all that is kept, the way back from one, and the way to start over. */
export function BackupSection({ backups }: { backups: Backups }) {
  const section = useArrival("backup");
  const chooser = useRef<HTMLButtonElement>(null);
  return (
    <section class="sec" id="backup" ref={section}>
      <h2>{t("backup")}</h2>
      <p class="sub">{t("backupSub")}</p>
      <div class="card">
        <SaveBackup backups={backups} />
        <div class="set">
          <span class="l">{t("restore")}</span>
          <p>{t("restoreHint")}</p>
          <div class="c">
            <FileButton button={chooser} label={t("chooseFile")} onFile={(file) => void backups.choose(file)} />
          </div>
        </div>
        <BackupNotice state={backups.state.value} />
        <RestorePanel backups={backups} opener={chooser} />
        <SnapshotChoice backups={backups} />
        <StartOver backups={backups} />
      </div>
    </section>
  );
}

function SaveBackup({ backups }: { backups: Backups }) {
  const [isWhole, setWhole] = useState(true);
  const savedAt = backups.savedAt.value;
  return (
    <>
      <div class="set">
        <span class="l">{t("saveBackup")}</span>
        <p>{savedAt === null ? t("neverSaved") : t("lastSaved", dayOf(savedAt))}</p>
        <div class="c">
          <button
            class="btn"
            type="button"
            disabled={backups.state.value.kind === "saving"}
            onClick={() => void backups.save(isWhole)}
          >
            <Icon name="export" />
            {t("saveBackupFile")}
          </button>
        </div>
      </div>
      <div class="set">
        <label for="backup-whole">{t("backupTexts")}</label>
        <p id="backup-whole-hint">{t("backupTextsHint")}</p>
        <div class="c">
          <input
            class="sw"
            type="checkbox"
            role="switch"
            id="backup-whole"
            aria-describedby="backup-whole-hint"
            checked={isWhole}
            onChange={({ currentTarget }) => setWhole(currentTarget.checked)}
          />
        </div>
      </div>
    </>
  );
}

function StartOver({ backups }: { backups: Backups }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div class="set">
      <span class="l">{t("startOver")}</span>
      <p>{t("startOverHint")}</p>
      <div class="c">
        <button class="btn danger" type="button" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t("eraseEverythingButton")}
        </button>
      </div>
      {isAsking && (
        <EraseDialog
          news={newsIn(backups.state.value)}
          onErase={() => void backups.erase()}
          onSave={() => void backups.save(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
