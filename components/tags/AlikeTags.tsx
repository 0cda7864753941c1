import { useRef } from "preact/hooks";
import { t } from "../../lib/i18n.ts";
import { mergeSuggestions, type MergeSuggestion } from "../../lib/tags/mergeSuggestions.ts";
import type { Reader } from "../../lib/view/reader.ts";
import type { TagRow } from "../../lib/view/tagRows.ts";
import { useFocusReturn } from "../focusReturn.ts";
import { tagName } from "../tagName.ts";
import { keepTagsApart, mergeTag } from "./tagActs.ts";

type Props = {
  reader: Reader;
  rows: readonly TagRow[];
  /** Takes the focus when the last one goes. */
  home: () => HTMLElement | null;
};

/** When one is answered the next one comes. */
const MOST = 3;

/** Tags that look like the same one, spelt differently. Nothing is merged by itself. */
export function AlikeTags({ reader, rows, home }: Props) {
  const box = useRef<HTMLElement>(null);
  const offered = mergeSuggestions(rows, reader.choices.value).slice(0, MOST);
  if (offered.length === 0) return null;
  const next = (answered: Node) => buttonsIn(box.current).find((button) => !answered.contains(button)) ?? home();
  return (
    <section class="alike" aria-labelledby="alike" ref={box}>
      <h2 id="alike">{t("alikeTags")}</h2>
      <ul>
        {offered.map((pair) => (
          <Pair key={`${pair.from} ${pair.into}`} {...{ reader, pair }} next={next} />
        ))}
      </ul>
    </section>
  );
}

const buttonsIn = (box: HTMLElement | null) => [...(box?.querySelectorAll("button") ?? [])];

type PairProps = { reader: Reader; pair: MergeSuggestion; next: (answered: Node) => HTMLElement | null };

function Pair({ reader, pair: { from, into }, next }: PairProps) {
  const item = useRef<HTMLLIElement>(null);
  // Not to where it came from: the next question is nearer.
  useFocusReturn(item, () => item.current && next(item.current));
  const names = [tagName.of(from), tagName.of(into)] as const;
  return (
    <li ref={item}>
      <span>{t("mergeQuestion", ...names)}</span>
      <button
        class="link"
        type="button"
        aria-label={t("mergeTags", ...names)}
        onClick={() => mergeTag({ reader, tag: from }, into)}
      >
        {t("merge")}
      </button>
      <button
        class="link no"
        type="button"
        aria-label={t("tagsNotSame", ...names)}
        onClick={() => keepTagsApart({ reader, tag: from }, into)}
      >
        {t("notTheSame")}
      </button>
    </li>
  );
}
