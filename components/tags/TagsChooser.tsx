import { t } from "../../lib/i18n.ts";
import type { TagOrder } from "../../lib/view/tagRows.ts";

type Props = {
  typed: string;
  type: (text: string) => void;
  order: TagOrder;
  sort: (order: TagOrder) => void;
  /** Of all tags. */
  count: number;
};

/** As many are looked through at a glance. */
const FEW = 10;

/** Which tags are shown, and in which order. */
export function TagsChooser({ typed, type, order, sort, count }: Props) {
  return (
    <div class="tagchooser">
      {(count > FEW || typed !== "") && (
        <input
          class="field"
          type="search"
          aria-label={t("filterTags")}
          placeholder={t("filterTags")}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.isComposing || typed === "") return;
            event.preventDefault();
            type("");
          }}
        />
      )}
      <select
        class="field"
        aria-label={t("sortBy")}
        title={t("sortBy")}
        value={order}
        // Checked: the options below are all there are.
        onChange={(event) => sort(event.currentTarget.value as TagOrder)}
      >
        <option value="unread">{t("sortUnread")}</option>
        <option value="count">{t("sortArticles")}</option>
        <option value="name">{t("sortName")}</option>
      </select>
    </div>
  );
}
