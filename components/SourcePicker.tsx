import { t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
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
              {(reader.isWhole.value ? feeds : []).map((feed) => (
                <option key={feed.id} value={feed.id}>
                  {feed.title}
                </option>
              ))}
            </select>
          </>
        )}
      </span>
    </h1>
  );
}
