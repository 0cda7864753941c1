import { plural, t } from "../../lib/i18n.ts";
import type { SearchIndex } from "../../lib/view/searchIndex.ts";
import { percent } from "../percent.ts";

type Props = { index: SearchIndex; /** Articles in all. */ stored: number };

/** How much can be searched, and the way out where the search is not right. */
export function SearchSection({ index, stored }: Props) {
  const progress = index.progress.value;
  return (
    <section class="sec" id="search">
      <h2>{t("search")}</h2>
      <p class="sub">{t("searchSub")}</p>
      <div class="card">
        <div class="set">
          <span class="l">{t("searchIndex")}</span>
          <p role="status">{statusText(index, stored)}</p>
          <div class="c">
            <button class="btn" type="button" disabled={progress !== null} onClick={() => void index.rebuild()}>
              {t("rebuildIndex")}
            </button>
          </div>
          {progress !== null && <progress class="indexing" aria-label={t("searchIndex")} value={progress} max={1} />}
        </div>
      </div>
    </section>
  );
}

function statusText({ progress, isRebuilt }: SearchIndex, stored: number): string {
  if (progress.value !== null) return t("indexing", percent(progress.value));
  return plural(isRebuilt.value ? "indexRebuilt" : "indexed", stored);
}
