import { number, plural, t } from "../lib/i18n.ts";
import type { Chip } from "../lib/view/chips.ts";
import { useRoving } from "./roving.ts";
import { tagName } from "./tagName.ts";

type Props = { chips: Chip[]; chosen: string | null; onChoose: (tag: string | null) => void };

/** One tag at a time; a chip without unread articles keeps its place and loses its number. */
export function TagChips({ chips, chosen, onChoose }: Props) {
  const roving = useRoving();
  return (
    <div class="chips" role="group" aria-label={t("filterByTag")} {...roving}>
      {chips.map(({ tag, unread }) => (
        <button
          key={tag ?? ""}
          class="chip"
          type="button"
          data-stop
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag)}
        >
          <bdi>{tag === null ? t("allTags") : tagName.of(tag)}</bdi>
          {unread > 0 && (
            <>
              <span class="n num" aria-hidden="true">
                {number(unread)}
              </span>
              <span class="vh">{plural("unread", unread)}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
