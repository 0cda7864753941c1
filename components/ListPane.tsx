import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { countStored } from "../lib/db/counters.ts";
import { t } from "../lib/i18n.ts";
import { chipsInSight } from "../lib/view/chips.ts";
import type { Reader } from "../lib/view/reader.ts";
import { ArticleList } from "./ArticleList.tsx";
import { ContinueDoor } from "./ContinueDoor.tsx";
import { DetailsDoor } from "./DetailsDoor.tsx";
import { IconButton } from "./IconButton.tsx";
import { ListHeader } from "./ListHeader.tsx";
import { ListNotice } from "./ListNotice.tsx";
import { NewPill } from "./NewPill.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { TagChips } from "./TagChips.tsx";
import { ViewTabs } from "./ViewTabs.tsx";

type Props = {
  reader: Reader;
  form: "panel" | "tab";
  scroller: RefObject<HTMLDivElement | null>;
  isCovered: boolean;
};

/** The list and all that chooses what it shows. Covered by the reader it stays as it is, scroll and all. */
export function ListPane({ reader, form, scroller, isCovered }: Props) {
  useChipInSight(reader);
  const { feeds, list, filter, details } = reader;
  const arrivals = list.arrivals.value;
  // Without any articles there is nothing to choose from. Until that is known the controls stand, so that nothing
  // moves when the rows come.
  const hasChoice = !list.isEmpty.value || countStored(reader.counts.value) > 0;
  return (
    <section
      class={isCovered ? "list covered" : "list"}
      // The reader, where it shows, is the main part. The element stays the same, so that the list keeps its scroll.
      role={isCovered || reader.isTwoPane.value ? undefined : "main"}
      aria-label={t("articles")}
      inert={isCovered}
    >
      <ListHeader reader={reader} form={form} />
      <div class="chooser">
        {/* The details have a bar of their own. */}
        {details.value === null && <ProgressBar progress={feeds.progress.value} />}
        <DetailsDoor reader={reader} home={() => scroller.current} />
        <ListNotice
          feeds={feeds.all.value ?? []}
          disk={reader.disk.value}
          stored={countStored(reader.counts.value)}
          openSettings={reader.openSettings}
          onDetails={(shown) => (details.value = { of: "sources", ids: shown.map(({ id }) => id) })}
        />
        {hasChoice && <ViewTabs reader={reader} />}
        {hasChoice && (
          <div class="chiprow">
            <TagChips
              chips={reader.isWhole.value ? reader.chips.value : chipsInSight(reader.chips.value)}
              chosen={filter.value.tag}
              onChoose={(tag) => reader.show({ tag, feedId: null })}
            />
            <IconButton icon="tags" label={t("everyTag")} does="goTags" onPress={reader.openTags} />
          </div>
        )}
      </div>
      <div class="under">
        {arrivals > 0 && !list.isEmpty.value && <NewPill count={arrivals} onShow={() => void reader.showNew()} />}
        <ArticleList reader={reader} scroller={scroller} />
        <ContinueDoor reader={reader} />
      </div>
    </section>
  );
}

/** A page that opens on a tag shows which: its chip may stand far along. */
function useChipInSight({ isWhole }: Reader): void {
  const isThere = isWhole.value;
  useEffect(() => {
    if (!isThere) return;
    document
      .querySelector('.chip[aria-pressed="true"]:not(:first-child)')
      ?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  }, [isThere]);
}
