import type { Progress } from "../lib/view/refreshProgress.ts";
import { shareOf } from "./RefreshButton.tsx";

/** A line under the header. The ring beside it carries the words, so this one is silent. */
export function ProgressBar({ progress }: { progress: Progress | null }) {
  if (progress === null) return null;
  return (
    <div class="bar" aria-hidden="true">
      <span style={{ "--v": `${Math.round(shareOf(progress) * 100)}%` }} />
    </div>
  );
}
