import type { ComponentChildren } from "preact";
import { Fragment } from "preact";
import { locale, t } from "../lib/i18n.ts";
import type { ShownKey } from "../lib/view/keyGroups.ts";
import { keyParts } from "./keyNames.ts";
import { SLOT } from "./Filled.tsx";

/** Keys that do the same: "J or ↓". */
export function Keys({ keys }: { keys: ShownKey[] }) {
  const names = keys.map((_key, i) => String(i));
  const parts = new Intl.ListFormat(locale(), { type: "disjunction" }).formatToParts(names);
  return (
    <span class="keynames">
      {parts.map(({ type, value }, i) => (
        <Fragment key={i}>
          {type === "literal" ? value : keys.slice(Number(value), Number(value) + 1).map(drawKey)}
        </Fragment>
      ))}
    </span>
  );
}

/** One after the other: "G then U". */
function drawKey({ before, key }: ShownKey): ComponentChildren {
  if (before === null) return <Pressed parts={keyParts(key)} />;
  const [start, between, end] = t("keyThen", SLOT, SLOT).split(SLOT);
  return (
    <>
      {start}
      <Pressed parts={keyParts(before)} />
      {between}
      <Pressed parts={keyParts(key)} />
      {end}
    </>
  );
}

/** Keys that are pressed together. */
export const Pressed = ({ parts }: { parts: string[] }) => (
  <span class="keycombo">
    {parts.map((part) => (
      <kbd key={part}>{part}</kbd>
    ))}
  </span>
);
