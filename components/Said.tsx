import { useEffect, useState } from "preact/hooks";
import { t, type MessageKey } from "../lib/i18n.ts";
import type { Say } from "./copying.ts";

/** Long enough for a word or a short sentence. */
const SHOWN_MS = 3000;

/** What was said last, for a moment, and how to say something. */
export function useSaid(): [MessageKey | null, Say] {
  const [said, setSaid] = useState<{ key: MessageKey } | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said?.key ?? null, (key) => setSaid({ key })];
}

/** The place where it is said, there before it is: else screen readers would miss it. */
export const Said = ({ said }: { said: MessageKey | null }) => (
  <div class="toastwrap" role="status">
    {said !== null && <p class="toast said">{t(said)}</p>}
  </div>
);
