import { feedScope } from "../lib/db/layout.ts";
import { locale, number, t } from "../lib/i18n.ts";
import type { Feed } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { inSourceOrder } from "../lib/view/sourceOrder.ts";
import { Icon } from "./Icon.tsx";

/** The list's title; where there is a choice of sources, a native select lies over it. */
export function SourcePicker({ reader }: { reader: Reader }) {
  const feeds = reader.feeds.all.value ?? [];
  const { feedId } = reader.filter.value;
  const title = feeds.find((feed) => feed.id === feedId)?.title ?? t("allSources");
  const choose = (value: string) => reader.show({ feedId: value === "" ? null : value, tag: null });
  return (
    <h1>
      <span class="pick">
        <span class="name" dir="auto">
          {title}
        </span>
        {feeds.length > 1 && (
          <>
            <Icon name="down" />
            <select
              aria-label={t("chooseSource")}
              title={t("chooseSource")}
              value={feedId ?? ""}
              onChange={(event) => choose(event.currentTarget.value)}
            >
              <option value="">{t("allSources")}</option>
              {(reader.isWhole.value ? inSourceOrder(feeds, locale()) : []).map((feed) => (
                <option key={feed.id} value={feed.id}>
                  {nameOf(feed, reader.counts.value.get(feedScope("unread", feed.id)) ?? 0)}
                </option>
              ))}
            </select>
          </>
        )}
      </span>
    </h1>
  );
}

const nameOf = ({ title }: Feed, unread: number): string =>
  unread > 0 ? t("nameAndCount", title, number(unread)) : title;
