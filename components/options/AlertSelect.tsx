import { t, type MessageKey } from "../../lib/i18n.ts";
import type { AlertMode } from "../../lib/model.ts";

type Props = {
  /** What is told of: a source or a tag. */
  name: string;
  mode: AlertMode;
  onChoose: (mode: AlertMode) => void;
};

const MODES: { mode: AlertMode; says: MessageKey }[] = [
  { mode: "each", says: "alertEach" },
  { mode: "group", says: "alertGroup" },
  { mode: "count", says: "alertCount" },
  { mode: "ignore", says: "alertIgnore" },
];

/** How people are told of the news of one source or tag. */
export function AlertSelect({ name, mode, onChoose }: Props) {
  return (
    <select
      class="field"
      aria-label={t("alertsFor", name)}
      onChange={({ currentTarget }) => {
        const chosen = MODES[currentTarget.selectedIndex];
        if (chosen) onChoose(chosen.mode);
      }}
    >
      {MODES.map((each) => (
        <option key={each.mode} selected={each.mode === mode}>
          {t(each.says)}
        </option>
      ))}
    </select>
  );
}
