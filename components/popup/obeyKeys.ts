import type { Article } from "../../lib/model.ts";
import { tagPlaceOf, type Action, type Keymap } from "../../lib/view/keymap.ts";
import { actionOf, isForHolding } from "../../lib/view/keys.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import type { PopupPage } from "../../lib/view/popupPage.ts";

type Deps = { page: () => PopupPage; acts: PopupActs; list: () => HTMLElement | null };

/** What the list's single keys do in the popup; the row with the focus is the one meant. */
export function obeyKeys(deps: Deps, keymap: Keymap): (event: KeyboardEvent) => void {
  return (event) => {
    const action = actionOf(event, { keymap, place: "list", isGoing: false });
    if (action === null) return;
    const isDone = event.repeat && !isForHolding(action) ? true : carryOut(action, deps);
    if (isDone) event.preventDefault();
  };
}

/** False for what the popup doesn't have, and when there is nothing to act on: the browser may have a use for the key. */
function carryOut(action: Action, deps: Deps): boolean {
  const { acts, list } = deps;
  const place = tagPlaceOf(action);
  if (place !== null) return forChip(deps, place - 1);
  switch (action) {
    case "next":
    case "nextRow":
      return moveFocus(list(), 1);
    case "previous":
    case "previousRow":
      return moveFocus(list(), -1);
    case "open":
      return forLink(list(), (link) => link.click());
    case "openOriginalBehind":
      return forArticle(deps, acts.openOriginal);
    case "openFullTab":
      return forArticle(deps, acts.openTab);
    case "toggleUnread":
    case "toggleStar":
    case "toggleLater":
      return forArticle(deps, acts[action]);
    case "refreshSource":
    case "refreshAll":
      return always(acts.refresh);
    case "showNew":
      return always(acts.showArrivals);
    case "markAllRead":
      return always(acts.markAllRead);
    case "undo":
      return always(acts.undo);
    case "settings":
      return always(acts.openSettings);
    default:
      return false;
  }
}

function always(act: () => void): true {
  act();
  return true;
}

const linksOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>(".hl a") ?? [])];

/** Focus on one of the row's buttons means the row as well. */
function currentLink(list: HTMLElement | null): HTMLElement | undefined {
  return linksOf(list).find((link) => link.closest(".row")?.contains(document.activeElement));
}

function moveFocus(list: HTMLElement | null, by: 1 | -1): boolean {
  const links = linksOf(list);
  const current = currentLink(list);
  const target = current ? links[links.indexOf(current) + by] : links[0];
  target?.focus();
  return links.length > 0;
}

function forLink(list: HTMLElement | null, act: (link: HTMLElement) => void): boolean {
  const link = currentLink(list);
  if (!link) return false;
  act(link);
  return true;
}

function forArticle({ page, list }: Deps, act: (article: Article) => void): boolean {
  return forLink(list(), (link) => {
    const id = Number(link.closest<HTMLElement>("[data-article]")?.dataset.article);
    const article = page().shelf?.articles.find((each) => each.id === id);
    if (article) act(article);
  });
}

function forChip({ page, acts }: Deps, index: number): boolean {
  const chip = page().chips[index];
  if (chip) acts.choose(chip.tag);
  return chip !== undefined;
}
