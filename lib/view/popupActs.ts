import type { Popup } from "./popup.ts";
import { createOpening, type OpeningDeps, type PopupOpening } from "./popupOpening.ts";

/** All that can be done in the popup. */
export type PopupActs = PopupOpening &
  Omit<Popup, "page" | "goLive" | "markRead"> & { openSettings: (part?: "storage") => void };

type Deps = OpeningDeps & {
  openSettings: (part?: "storage") => void;
  /** The live popup, which is loaded after the first paint. */
  popup: () => Promise<Popup>;
};

/** What opens a page is done at once; what changes rows waits for the store, so that nothing done early is lost. */
export function createActs(deps: Deps): PopupActs {
  const ask = (act: (popup: Popup) => void) => void deps.popup().then(act);
  return {
    ...createOpening(deps, (article) => ask((popup) => popup.markRead(article))),
    openSettings: deps.openSettings,
    choose: (tag) => ask((popup) => popup.choose(tag)),
    showArrivals: () => ask((popup) => popup.showArrivals()),
    refresh: () => ask((popup) => popup.refresh()),
    markAllRead: () => ask((popup) => popup.markAllRead()),
    undo: () => ask((popup) => popup.undo()),
    closeToast: () => ask((popup) => popup.closeToast()),
    toggleUnread: (article) => ask((popup) => popup.toggleUnread(article)),
    toggleStar: (article) => ask((popup) => popup.toggleStar(article)),
    toggleLater: (article) => ask((popup) => popup.toggleLater(article)),
  };
}
