import type { Reader } from "../lib/view/reader.ts";
import { useLoaded } from "./loaded.ts";

/** The way back into the article that was read last. There before it: what comes into it later is said. */
export function ContinueDoor({ reader }: { reader: Reader }) {
  const Pill = useLoaded(loadPill, false);
  return (
    <div class="floats" role="status">
      {Pill && <Pill reader={reader} />}
    </div>
  );
}

const loadPill = () => import("./ContinuePill.tsx").then(({ ContinuePill }) => ContinuePill);
