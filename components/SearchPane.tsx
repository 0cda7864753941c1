import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import { SearchBar } from "./SearchBar.tsx";
import { SearchHelp } from "./SearchHelp.tsx";
import { SearchNotices } from "./SearchNotices.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { SearchStatus } from "./SearchStatus.tsx";

export type SearchPaneProps = {
  reader: Reader;
  scroller: RefObject<HTMLDivElement | null>;
  isCovered: boolean;
};

/** The search lies over the list, and under the article where there is room for one only. */
export function SearchPane({ reader, scroller, isCovered }: SearchPaneProps) {
  const [helpChoice, chooseHelp] = useState<boolean | null>(null);
  // Before anything is typed there is room for what can be.
  const isHelpShown = helpChoice ?? (reader.searched.value ?? "").trim() === "";
  return (
    <section
      class={isCovered ? "list found covered" : "list found"}
      role={isCovered || reader.isTwoPane.value ? undefined : "main"}
      aria-label={t("search")}
      inert={isCovered}
    >
      <h1 class="vh">{t("search")}</h1>
      <SearchBar reader={reader} isHelpShown={isHelpShown} onHelp={() => chooseHelp(!isHelpShown)} />
      <div class="chooser">
        <SearchNotices reader={reader} />
        <SearchStatus reader={reader} />
      </div>
      <div class="under">
        <SearchResults reader={reader} scroller={scroller} help={isHelpShown ? <SearchHelp reader={reader} /> : null} />
      </div>
    </section>
  );
}
