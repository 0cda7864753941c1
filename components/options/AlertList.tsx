import { plural } from "../../lib/i18n.ts";
import type { AlertMode } from "../../lib/model.ts";
import type { AlertRow } from "../../lib/view/alertChoices.ts";
import { AlertSelect } from "./AlertSelect.tsx";

type Props = {
  /** Of the list's heading. */
  id: string;
  title: string;
  hint: string;
  rows: readonly AlertRow[];
  onChoose: (key: string, mode: AlertMode) => void;
  more?: { label: string; show: () => void };
};

/** Tags or sources, and how people are told of each one's news. */
export function AlertList({ id, title, hint, rows, onChoose, more }: Props) {
  return (
    <div class="card">
      <div class="thead">
        <h3 id={id}>{title}</h3>
        <p>{hint}</p>
      </div>
      <ul class="alertlist" aria-labelledby={id}>
        {rows.map(({ key, name, mode, recent }) => (
          <li key={key}>
            <bdi>{name}</bdi>
            <p class="num">{plural("articlesThisWeek", recent)}</p>
            <AlertSelect name={name} mode={mode} onChoose={(chosen) => onChoose(key, chosen)} />
          </li>
        ))}
      </ul>
      {more && (
        <p class="more">
          <button class="btn quiet" type="button" onClick={more.show}>
            {more.label}
          </button>
        </p>
      )}
    </div>
  );
}
