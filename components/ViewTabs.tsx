import { number, plural, shortNumber, t } from "../lib/i18n.ts";
import { scopeOf } from "../lib/db/layout.ts";
import { hashOfList } from "../lib/view/address.ts";
import type { View } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { Mark } from "./Mark.tsx";
import { useRoving } from "./roving.ts";
import { tip } from "./tip.ts";

type ViewLink = {
  view: View;
  label: string;
  icon: IconName;
  /** Null where no number belongs. */
  count: number | null;
};

/** The views above the list. */
export function ViewTabs({ reader }: { reader: Reader }) {
  const roving = useRoving();
  return (
    <nav class="tabs" aria-label={t("views")} {...roving}>
      {linksOf(reader).map(({ view, label, count }) => (
        <a key={view} {...linkProps(reader, view)}>
          {label}
          {count !== null && <Count class="n num" count={count} written={number(count)} />}
        </a>
      ))}
    </nav>
  );
}

/** The views beside the list, where the window is wide. */
export function Rail({ reader }: { reader: Reader }) {
  const roving = useRoving();
  return (
    <nav class="rail" aria-label={t("views")} {...roving}>
      <Mark />
      {linksOf(reader).map(({ view, label, icon, count }) => (
        <a key={view} {...linkProps(reader, view)}>
          <Icon name={icon} />
          {label}
          {count !== null && <Count class="ct num" count={count} written={shortNumber(count)} />}
        </a>
      ))}
      <a
        href="reader.html#/tags"
        data-stop=""
        title={tip.of(t("everyTag"), "goTags")}
        aria-current={reader.isTagsOpen.value ? "page" : undefined}
        onClick={pressed(reader.openTags)}
      >
        <Icon name="tags" />
        {t("tags")}
      </a>
      <span class="sp" />
      <a
        href="options.html"
        data-stop=""
        title={tip.of(t("settings"), "settings")}
        onClick={pressed(reader.openSettings)}
      >
        <Icon name="settings" />
        {t("settings")}
      </a>
    </nav>
  );
}

function linksOf({ counts, filter }: Reader): ViewLink[] {
  // The numbers are those of the chosen source or tag; the tabs lead to lists of that. A 0 is worth its place only here.
  const countOf = (view: View) => {
    const count = counts.value.get(scopeOf({ ...filter.value, view })) ?? 0;
    return count > 0 || filter.value.view === view ? count : null;
  };
  return [
    { view: "unread", label: t("viewUnread"), icon: "inbox", count: countOf("unread") },
    { view: "all", label: t("viewAll"), icon: "feed", count: null },
    { view: "starred", label: t("viewStarred"), icon: "star", count: null },
    { view: "later", label: t("viewLater"), icon: "later", count: countOf("later") },
  ];
}

function linkProps(reader: Reader, view: View) {
  const isShown = reader.filter.value.view === view && !reader.isTagsOpen.value;
  return {
    // Of the full tab, from the panel too: there, with Ctrl, it opens beside what is read.
    href: `reader.html${hashOfList({ ...reader.filter.value, view })}`,
    "data-stop": "",
    "aria-current": isShown ? ("page" as const) : undefined,
    onClick: pressed(() => reader.show({ view })),
  };
}

const pressed = (act: () => void) => (event: MouseEvent) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  act();
};

function Count({ class: kind, count, written }: { class: string; count: number; written: string }) {
  return (
    <>
      <span class={kind} aria-hidden="true">
        {written}
      </span>
      <span class="vh">{plural("articleCount", count)}</span>
    </>
  );
}
