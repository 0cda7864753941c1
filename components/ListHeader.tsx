import { plural, t } from "../lib/i18n.ts";
import { scopeOf } from "../lib/db/layout.ts";
import { hasNothingYet } from "../lib/view/emptiness.ts";
import { openSearch } from "../lib/view/searching.ts";
import type { Reader } from "../lib/view/reader.ts";
import { IconButton } from "./IconButton.tsx";
import { useLoaded } from "./loaded.ts";
import { RefreshButton } from "./RefreshButton.tsx";
import { SourcePicker } from "./SourcePicker.tsx";
import { tagName } from "./tagName.ts";
import { ToolsDoor } from "./tags/TagsDoor.tsx";
import { checkingText, updatedText } from "./statusText.ts";

export function ListHeader({ reader, form }: { reader: Reader; form: "panel" | "tab" }) {
  const { feeds, isTwoPane, details } = reader;
  const isOpen = details.value !== null;
  const More = useLoaded(loadMore, false);
  return (
    <header class="lhead">
      <div class="ttl">
        <ListTitle reader={reader} />
        <p class="num">{statusText(reader)}</p>
      </div>
      <IconButton icon="search" label={t("search")} does="search" onPress={() => openSearch(reader)} />
      <RefreshButton
        progress={feeds.progress.value}
        onRefresh={() => void feeds.refresh(reader.filter.peek().feedId)}
        onDetails={() => (details.value = isOpen ? null : { of: "run" })}
        isOpen={isOpen}
      />
      {form === "panel" && (
        <IconButton
          icon="tab"
          class="totab"
          label={t("openInTab")}
          does="openFullTab"
          onPress={() => reader.openTab(null)}
        />
      )}
      {form === "tab" && (
        <IconButton icon="checks" label={t("markAllRead")} does="markAllRead" onPress={() => void reader.markAll()} />
      )}
      {!isTwoPane.value && (
        <IconButton icon="settings" class="toset" label={t("settings")} does="settings" onPress={reader.openSettings} />
      )}
      {More ? <More reader={reader} form={form} /> : <span class="ib" />}
    </header>
  );
}

/** A tag's list is called after it; of sources there is a choice. */
function ListTitle({ reader }: { reader: Reader }) {
  const { tag } = reader.filter.value;
  if (tag === null) return <SourcePicker reader={reader} />;
  return (
    <div class="tagtitle">
      <h1 dir="auto">{tagName.of(tag)}</h1>
      <ToolsDoor reader={reader} />
    </div>
  );
}

const loadMore = () => import("./ListMore.tsx").then(({ ListMore }) => ListMore);

/** "8 unread · Updated 4 min. ago", or how far the refresh is. */
function statusText(reader: Reader): string {
  const progress = reader.feeds.progress.value;
  if (hasNothingYet(reader)) return t("firstLoad");
  if (progress) return checkingText(progress);
  const filter = reader.filter.value;
  const unread = reader.counts.value.get(scopeOf({ ...filter, view: "unread" })) ?? 0;
  const updated = updatedText(reader.feeds.all.value ?? [], filter.feedId, reader.now.value);
  return unread === 0 ? updated : `${plural("unread", unread)} · ${updated}`;
}
