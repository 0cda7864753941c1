import { t } from "../lib/i18n.ts";
import type { Progress } from "../lib/view/refreshProgress.ts";
import { shareOf } from "./RefreshButton.tsx";

type Props = { progress: Progress | null; label?: string };

/** A line under the header. The ring in the refresh button shows the same, and is silent. */
export function ProgressBar({ progress, label = t("refreshing") }: Props) {
  if (progress === null) return null;
  const share = Math.round(shareOf(progress) * 100);
  return (
    <div class="bar" role="progressbar" aria-label={label} aria-valuenow={share}>
      <span style={{ "--v": `${share}%` }} />
    </div>
  );
}
