import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { locale, plural, t } from "../../lib/i18n.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { inOrder, matching, settledRows, tagRows, type TagOrder, type TagRow } from "../../lib/view/tagRows.ts";
import { EmptyState } from "../EmptyState.tsx";
import { IconButton } from "../IconButton.tsx";
import { NearEnd } from "../NearEnd.tsx";
import { tagName } from "../tagName.ts";
import { AlikeTags } from "./AlikeTags.tsx";
import { TagItem } from "./TagItem.tsx";
import "./tagIcons.ts";
import { TagsChooser } from "./TagsChooser.tsx";
import { useTagFocus } from "./tagFocus.ts";

export type TagsPaneProps = {
  reader: Reader;
  scroller: RefObject<HTMLDivElement | null>;
  isCovered: boolean;
};

/** More than a screen shows. */
const DRAWN_AT_ONCE = 60;

/** All tags, with what can be made of them. Lies over the list, and under the article where there is room for one only. */
export function TagsPane({ reader, scroller, isCovered }: TagsPaneProps) {
  const [typed, type] = useState("");
  const [order, sort] = useState<TagOrder>("unread");
  const [drawn, draw] = useState(DRAWN_AT_ONCE);
  const heading = useRef<HTMLHeadingElement>(null);
  const all = tagRows({ counts: reader.counts.value, choices: reader.choices.value, nameOf: tagName.of });
  const rows = useSettled(all, typed, order);
  const drawMore = () => draw(drawn + DRAWN_AT_ONCE);
  const focus = useTagFocus(reader, { scroller, heading, isCovered, drawMore: drawn < rows.length ? drawMore : null });
  return (
    <section
      class={isCovered ? "list alltags covered" : "list alltags"}
      role={isCovered || reader.isTwoPane.value ? undefined : "main"}
      aria-labelledby="alltags"
      inert={isCovered}
    >
      <header class="lhead">
        <IconButton
          icon="back"
          iconClass="flip"
          label={t("backToList")}
          does="clearFilter"
          onPress={reader.closeTags}
        />
        <div class="ttl">
          <h1 id="alltags" tabIndex={-1} ref={heading}>
            {t("tags")}
          </h1>
          <p class="num" role="status">
            {plural("tags", rows.length)}
          </p>
        </div>
      </header>
      <div class="chooser">
        {all.length > 1 && <TagsChooser {...{ typed, type, order, sort, count: all.length }} />}
      </div>
      <div class="under">
        <div class="scroll" tabIndex={-1} ref={scroller}>
          {typed === "" && <AlikeTags reader={reader} rows={all} home={() => heading.current} />}
          {rows.length === 0 && <NoTags typed={typed} />}
          <ul aria-label={t("tags")}>
            {rows.slice(0, drawn).map((row, i) => (
              <TagItem
                key={row.tag}
                {...{ reader, row, all }}
                place={{ position: i + 1, count: rows.length }}
                isStop={row.tag === (focus.stopOf(rows)?.tag ?? null)}
                onFocus={() => focus.note(row.tag)}
                goTo={focus.goTo}
              />
            ))}
          </ul>
          {drawn < rows.length && <NearEnd key={drawn} onNear={drawMore} />}
        </div>
      </div>
    </section>
  );
}

/** Sorted when it is asked for, and left so: rows do not move under the reader. */
function useSettled(all: TagRow[], typed: string, order: TagOrder): TagRow[] {
  const asked = `${order} ${typed}`;
  const last = useRef<{ asked: string; tags: string[] }>({ asked: "", tags: [] });
  const found = matching(all, typed);
  const isSame = last.current.asked === asked && last.current.tags.length > 0;
  const rows = isSame ? settledRows(last.current.tags, found) : inOrder(found, order, locale());
  last.current = { asked, tags: rows.map(({ tag }) => tag) };
  return rows;
}

function NoTags({ typed }: { typed: string }) {
  if (typed === "")
    return (
      <EmptyState drawing="allRead" title={t("noTagsTitle")}>
        {t("noTagsText")}
      </EmptyState>
    );
  return (
    <EmptyState drawing="noResults" title={t("noMatches", typed.trim())}>
      {t("noTagsFound")}
    </EmptyState>
  );
}
