import { useEffect, useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Progress } from "../lib/view/refreshProgress.ts";
import { arrivalsText } from "./arrivalsText.ts";
import { checkingText } from "./statusText.ts";

/** `arrivals`: how many articles wait behind the pill. */
type Props = { progress: Progress | null; arrivals: number };

/** Says to screen readers what changes on the page without them: the refresh, and what it brought. */
export function Announcer({ progress, arrivals }: Props) {
  const [hasRun, setRun] = useState(false);
  if (progress !== null && !hasRun) setRun(true);
  const ended = hasRun ? t("updatedJustNow") : "";
  const status = useSlowly(progress === null ? ended : checkingText(progress));
  return (
    <div class="vh">
      <p role="status">{status}</p>
      <p role="status">{arrivals > 0 ? arrivalsText(arrivals) : ""}</p>
    </div>
  );
}

const GAP_MS = 2000;

/** The text, changing at most every 2 s: faster, it would be cut off before it is spoken. */
function useSlowly(text: string): string {
  const [said, setSaid] = useState({ text, at: 0 });
  useEffect(() => {
    if (said.text === text) return;
    const wait = Math.max(0, said.at + GAP_MS - performance.now());
    const timer = setTimeout(() => setSaid({ text, at: performance.now() }), wait);
    return () => clearTimeout(timer);
  }, [text, said]);
  return said.text;
}
