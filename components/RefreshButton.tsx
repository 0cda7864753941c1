import { t } from "../lib/i18n.ts";
import type { Progress } from "../lib/view/refreshProgress.ts";
import { Icon } from "./Icon.tsx";
import { tip } from "./tip.ts";

/** Enough of an arc to be seen at 0: the ring is the answer to the click. */
const LEAST = 0.06;

type Props = {
  progress: Progress | null;
  onRefresh: () => void;
  /** What the ring opens, where there is such a thing, and whether it is. */
  onDetails?: () => void;
  isOpen?: boolean;
};

/** While a refresh runs, a ring that fills takes the place of the button's icon. */
export function RefreshButton({ progress, onRefresh, onDetails, isOpen }: Props) {
  const isIdle = progress === null;
  const label = t(isIdle ? "refresh" : "refreshing");
  return (
    // One element in both states, and never `disabled`: focus stays on it.
    <button
      class="ib"
      type="button"
      aria-disabled={isIdle || onDetails ? undefined : "true"}
      aria-expanded={isIdle ? undefined : isOpen}
      aria-label={label}
      title={isIdle ? tip.of(label, "refreshSource") : label}
      onClick={isIdle ? onRefresh : onDetails}
    >
      {isIdle ? <Icon name="refresh" /> : <Ring share={shareOf(progress)} />}
    </button>
  );
}

export const shareOf = ({ done, total }: Progress): number => (total === 0 ? 0 : done / total);

/** Of a button nothing but its name is heard: the bar under the header says how far it is. */
export function Ring({ share }: { share: number }) {
  return (
    <svg class="ring" viewBox="0 0 20 20" aria-hidden="true">
      <circle class="t" cx="10" cy="10" r="7.5" />
      <circle class="v" cx="10" cy="10" r="7.5" pathLength="1" stroke-dasharray={`${Math.max(LEAST, share)} 1`} />
    </svg>
  );
}
