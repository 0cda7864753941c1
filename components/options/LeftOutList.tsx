import { number, plural, t } from "../../lib/i18n.ts";
import { Filled, SLOT } from "../Filled.tsx";
import type { LeftOut } from "../../lib/view/importing.ts";

/** Every entry of a file that becomes no new source, and why. A file may hold tens of thousands: the first are shown. */
export function LeftOutList({ leftOut }: { leftOut: LeftOut[] }) {
  if (leftOut.length === 0) return null;
  const shown = leftOut.slice(0, SHOWN);
  return (
    <details>
      <summary>{plural("leftOut", leftOut.length)}</summary>
      <ul>
        {shown.map(({ text, url, why }, i) => (
          <li key={i}>
            <Filled text={t("leftOutLine", SLOT, t(`leftOut_${why}`))}>
              <bdi>{text || url}</bdi>
            </Filled>
            {text && (
              <small>
                <bdi>{url}</bdi>
              </small>
            )}
          </li>
        ))}
        {leftOut.length > SHOWN && <li>{t("andMore", number(leftOut.length - SHOWN))}</li>}
      </ul>
    </details>
  );
}

const SHOWN = 200;
