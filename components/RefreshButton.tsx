import { t } from "../lib/i18n.ts";
import type { Progress } from "../lib/view/refreshProgress.ts";
import { Icon } from "./Icon.tsx";
import { tip } from "./tip.ts";

const LENGTH = 2 * Math.PI * 7.5;
/** Enough of an arc to be seen at 0: the ring is the answer to the click. */
const LEAST = 0.06;

/** While a refresh runs, a ring that fills takes the place of the button's icon. */
export function RefreshButton({ progress, onRefresh }: { progress: Progress | null; onRefresh: () => void }) {
  const isIdle = progress === null;
  return (
    // One element in both states, and never `disabled`: focus stays on it.
    <button
      class="ib"
      type="button"
      aria-disabled={isIdle ? undefined : "true"}
      aria-label={isIdle ? t("refresh") : t("refreshing")}
      title={isIdle ? tip.of(t("refresh"), "refreshSource") : t("refreshing")}
      onClick={isIdle ? onRefresh : undefined}
    >
      {isIdle ? <Icon name="refresh" /> : <Ring share={shareOf(progress)} />}
    </button>
  );
}

export const shareOf = ({ done, total }: Progress): number => (total === 0 ? 0 : done / total);

function Ring({ share }: { share: number }) {
  const drawn = LENGTH * Math.max(LEAST, share);
  return (
    <svg
      class="ring"
      viewBox="0 0 20 20"
      role="progressbar"
      aria-label={t("refreshing")}
      aria-valuenow={Math.round(share * 100)}
    >
      <circle class="t" cx="10" cy="10" r="7.5" />
      <circle class="v" cx="10" cy="10" r="7.5" stroke-dasharray={`${drawn.toFixed(1)} ${LENGTH.toFixed(1)}`} />
    </svg>
  );
}
