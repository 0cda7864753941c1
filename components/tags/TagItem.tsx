import { useRef, useState } from "preact/hooks";
import { number, plural, t } from "../../lib/i18n.ts";
import { hashOfList } from "../../lib/view/address.ts";
import type { Reader } from "../../lib/view/reader.ts";
import type { TagRow } from "../../lib/view/tagRows.ts";
import { tagName } from "../tagName.ts";
import { toggleMute, togglePin } from "./tagActs.ts";
import { listed } from "./listed.ts";
import { TagEditor } from "./TagEditor.tsx";
import { ToolButton } from "./ToolButton.tsx";

type Props = {
  reader: Reader;
  row: TagRow;
  all: readonly TagRow[];
  /** Where it stands, from 1. */
  place: { position: number; count: number };
  /** Whether the Tab key stops here. */
  isStop: boolean;
  onFocus: () => void;
  goTo: (tag: string) => void;
};

/** A tag among all: its list, its numbers, and what can be made of it. */
export function TagItem({ reader, row, all, place, isStop, onFocus, goTo }: Props) {
  const { tag, name, aliases, isPinned, isMuted } = row;
  const [isEdited, edit] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const tabIndex = isStop ? 0 : -1;
  const close = () => {
    edit(false);
    editButton.current?.focus();
  };
  return (
    <li
      class={isMuted ? "tagrow muted" : "tagrow"}
      aria-setsize={place.count}
      aria-posinset={place.position}
      onFocusIn={onFocus}
    >
      <TagLink {...{ reader, row, tabIndex }} />
      <span class="tools">
        <ToolButton
          icon="pin"
          label={t("pinTag", name)}
          {...{ isPressed: isPinned, tabIndex }}
          onPress={() => togglePin({ reader, tag })}
        />
        <ToolButton
          icon="mute"
          label={t("muteTag", name)}
          {...{ isPressed: isMuted, tabIndex }}
          onPress={() => toggleMute({ reader, tag })}
        />
        <ToolButton
          icon="edit"
          label={t("editTag", name)}
          {...{ isExpanded: isEdited, tabIndex, button: editButton }}
          onPress={() => edit(!isEdited)}
        />
      </span>
      {aliases.length > 0 && <p class="also">{t("alsoTags", listed(aliases.map(tagName.of)))}</p>}
      {isEdited && <TagEditor {...{ reader, row, all, close, goTo }} />}
    </li>
  );
}

function TagLink({ reader, row, tabIndex }: Pick<Props, "reader" | "row"> & { tabIndex: number }) {
  const { tag, name, unread, count } = row;
  const filter = { view: "all", tag, feedId: null } as const;
  return (
    <a
      class="name"
      href={`reader.html${hashOfList(filter)}`}
      data-tag={tag}
      tabIndex={tabIndex}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        reader.show(filter);
        reader.focusWish.value = { on: "list" };
      }}
    >
      <bdi>{name}</bdi>
      {unread > 0 && (
        <span class="new num" aria-hidden="true">
          {number(unread)}
        </span>
      )}
      <span class="n num" aria-hidden="true">
        {number(count)}
      </span>
      <span class="vh">
        {plural("unread", unread)}, {plural("articleCount", count)}
      </span>
    </a>
  );
}
