import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { chipsInSight } from "../../lib/view/chips.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import type { PopupPage } from "../../lib/view/popupPage.ts";
import type { Listing } from "../../lib/view/shelf.ts";
import { ProgressBar } from "../ProgressBar.tsx";
import { TagChips } from "../TagChips.tsx";
import type { Extras } from "./extras.ts";
import { Headlines } from "./Headlines.tsx";
import { PopupFoot } from "./PopupFoot.tsx";
import { PopupHead } from "./PopupHead.tsx";

/** `extras`: null as long as the page needs none of them, for they load after the first paint. */
type Props = { page: PopupPage; acts: PopupActs; extras: Extras | null };

export function Popup({ page, acts, extras }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { shelf } = page;
  useFreshStart(list, shelf?.listing);
  const hasRows = shelf !== null && shelf.articles.length > 0;
  return (
    <div class="page">
      <PopupHead page={page} acts={acts} />
      <main>
        <TagChips
          chips={page.isWhole ? page.chips : chipsInSight(page.chips)}
          chosen={page.tag}
          onChoose={acts.choose}
        />
        <ProgressBar progress={page.progress} />
        {extras && hasRows && shelf.arrivals > 0 && (
          <extras.NewPill count={shelf.arrivals} onShow={acts.showArrivals} />
        )}
        <div class="plist" tabIndex={-1} ref={list}>
          {extras && hasRows && (
            <extras.ListNotice
              feeds={shelf.feeds}
              disk={shelf.disk ?? "roomy"}
              stored={shelf.counts.get("all") ?? 0}
              openSettings={acts.openSettings}
              onDetails={() => acts.openSettings()}
            />
          )}
          {hasRows && <Headlines page={page} shelf={shelf} acts={acts} extras={extras} />}
          {extras && !hasRows && <extras.PopupEmpty page={page} acts={acts} />}
        </div>
      </main>
      {extras && page.marked !== null && (
        <extras.MarkedToast count={page.marked} acts={acts} home={() => list.current} />
      )}
      {extras && <extras.Aside progress={page.progress} arrivals={shelf?.arrivals ?? 0} />}
      <PopupFoot acts={acts} />
    </div>
  );
}

/** A list made anew starts at its top. The pill that was pressed for it is gone, so its focus goes to the first row. */
function useFreshStart(list: RefObject<HTMLElement | null>, listing: Listing | undefined): void {
  const before = useRef(listing);
  useLayoutEffect(() => {
    const hadRows = before.current !== undefined && before.current.ids.length > 0;
    const isNew = before.current !== listing;
    before.current = listing;
    if (!hadRows || !isNew) return;
    list.current?.scrollTo(0, 0);
    if (document.activeElement === document.body) list.current?.querySelector<HTMLElement>(".hl a")?.focus();
  }, [listing]);
}
