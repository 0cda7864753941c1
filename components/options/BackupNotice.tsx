import { t } from "../../lib/i18n.ts";
import type { BackupState } from "../../lib/view/backups.ts";

/** Always there: a screen reader hears only of changes in a region that it knows. */
export function BackupNotice({ state }: { state: BackupState }) {
  const fault = faultIn(state);
  return (
    <p class={fault === null ? "told" : "fault"} role="status">
      {fault ?? newsIn(state)}
    </p>
  );
}

function faultIn({ kind }: BackupState): string | null {
  switch (kind) {
    case "notABackup":
      return t("notABackup");
    case "damaged":
      return t("backupDamaged");
    case "tooNew":
      return t("backupTooNew");
    case "storageFull":
      return t("restoreStorageFull");
    case "fileChanged":
      return t("restoreFileChanged");
    default:
      return null;
  }
}

export function newsIn({ kind }: BackupState): string | null {
  switch (kind) {
    case "saving":
      return t("backupSaving");
    case "saved":
      return t("backupSaved");
    case "reading":
      return t("backupReading");
    case "goingBack":
      return t("goingBack");
    case "wentBack":
      return t("wentBack");
    case "erasing":
      return t("erasing");
    case "erased":
      return t("erased");
    default:
      return null;
  }
}
