import { countStored } from "../lib/db/counters.ts";
import { plural, t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";

/** How much was found. One line whatever it says, so that the rows below it stay where they are. */
export function SearchStatus({ reader }: { reader: Reader }) {
  const answer = reader.search.value?.answer.value ?? null;
  const total = answer?.total.value ?? null;
  const isEmpty = answer !== null && answer.rows.value.length === 0;
  return (
    <p class={answer === null || isEmpty ? "vh" : "hits num"} role="status">
      {isEmpty && t("noMatches", answer.text.trim())}
      {!isEmpty && total !== null && plural("matches", total, plural("articleCount", storedIn(reader)))}
    </p>
  );
}

export const storedIn = ({ counts }: Reader): number => countStored(counts.value);
