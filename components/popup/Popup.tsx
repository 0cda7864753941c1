import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { plural } from "../../lib/i18n.ts";
import type { Popup as PopupState } from "../../lib/view/popup.ts";
import type { Listing } from "../../lib/view/shelf.ts";
import { ListNotice } from "../ListNotice.tsx";
import { NewPill } from "../NewPill.tsx";
import { ProgressBar } from "../ProgressBar.tsx";
import { TagChips } from "../TagChips.tsx";
import { Toast } from "../Toast.tsx";
import { Headlines } from "./Headlines.tsx";
import { obeyKeys } from "./obeyKeys.ts";
import { PopupEmpty } from "./PopupEmpty.tsx";
import { PopupFoot } from "./PopupFoot.tsx";
import { PopupHead } from "./PopupHead.tsx";

type Props = { popup: PopupState; openSettings: () => void };

export function Popup({ popup, openSettings }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => obeyKeys({ popup, openSettings, list: () => list.current }), []);
  const shelf = popup.shelf.value;
  useFreshStart(list, shelf?.listing);
  const hasRows = shelf !== null && shelf.articles.length > 0;
  return (
    <div class="page">
      <PopupHead popup={popup} openSettings={openSettings} />
      <main>
        <TagChips chips={popup.chips.value} chosen={popup.tag.value} onChoose={popup.choose} />
        <ProgressBar progress={popup.progress.value} />
        {hasRows && shelf.arrivals > 0 && <NewPill count={shelf.arrivals} onShow={popup.showArrivals} />}
        <div class="plist" tabIndex={-1} ref={list}>
          {hasRows && (
            <ListNotice feeds={shelf.feeds} stored={shelf.counts.get("all") ?? 0} openSettings={openSettings} />
          )}
          {hasRows ? (
            <Headlines popup={popup} shelf={shelf} />
          ) : (
            <PopupEmpty popup={popup} openSettings={openSettings} />
          )}
        </div>
      </main>
      {popup.marked.value !== null && (
        <div class="toastwrap">
          <Toast
            text={plural("markedRead", popup.marked.value)}
            home={() => list.current}
            onUndo={popup.undo}
            onClose={popup.closeToast}
          />
        </div>
      )}
      <PopupFoot popup={popup} />
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
