import { t, type MessageKey } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import { openSearch } from "../lib/view/searching.ts";

const WAYS: { example: MessageKey; meaning: MessageKey }[] = [
  { example: "searchPhraseExample", meaning: "searchPhrase" },
  { example: "searchNotExample", meaning: "searchNot" },
  { example: "searchTitleExample", meaning: "searchTitle" },
  { example: "searchTagExample", meaning: "searchTag" },
  { example: "searchFromExample", meaning: "searchFrom" },
  { example: "searchIsExample", meaning: "searchIs" },
  { example: "searchAfterExample", meaning: "searchAfter" },
  { example: "searchBeforeExample", meaning: "searchBefore" },
];

/** What can be typed, by example. Each one can be taken over and changed. */
export function SearchHelp({ reader }: { reader: Reader }) {
  const take = (text: string) => {
    reader.searchFor(text);
    openSearch(reader);
  };
  return (
    <section class="searchhelp" id="searchhelp" aria-label={t("searchHelp")}>
      <p>{t("searchHelpText")}</p>
      <dl>
        {WAYS.map(({ example, meaning }) => (
          <div key={example}>
            <dt>
              <button type="button" onClick={() => take(t(example))}>
                {t(example)}
              </button>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
