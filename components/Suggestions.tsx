import { number, plural, t } from "../lib/i18n.ts";
import type { Suggestion } from "../lib/search/suggestions.ts";
import { tagName } from "./tagName.ts";

type Props = { offered: Suggestion[]; chosen: number | null; onTake: (suggestion: Suggestion) => void };

/** Focus stays in the field, which says which of these is the chosen one. */
export function Suggestions({ offered, chosen, onTake }: Props) {
  if (offered.length === 0) return null;
  return (
    <ul class="suggest" id="suggestions" role="listbox" aria-label={t("suggestions")}>
      {offered.map((suggestion, i) => (
        <li
          key={suggestion.query}
          id={optionId(i)}
          role="option"
          aria-selected={i === chosen}
          // A press would take the focus from the field before the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span class="kind">{t(suggestion.kind === "tag" ? "tagSuggestion" : "sourceSuggestion")}</span>
          <bdi>{suggestion.kind === "tag" ? tagName.of(suggestion.tag) : suggestion.title}</bdi>
          <span class="n num" aria-hidden="true">
            {number(suggestion.count)}
          </span>
          <span class="vh">{plural("articleCount", suggestion.count)}</span>
        </li>
      ))}
    </ul>
  );
}

export const optionId = (index: number): string => `suggestion${index}`;
