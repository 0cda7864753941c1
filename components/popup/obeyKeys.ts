import type { Article } from "../../lib/model.ts";
import { actionOf, type Action } from "../../lib/view/keys.ts";
import type { Popup } from "../../lib/view/popup.ts";

type Deps = { popup: Popup; openSettings: () => void; list: () => HTMLElement | null };

/** Lets the list's single keys work the popup; the row with the focus is the one meant. Returns how to stop. */
export function obeyKeys(deps: Deps): () => void {
  const obey = (event: KeyboardEvent) => {
    const action = actionOf(event, { place: "list", isGoing: false });
    if (action !== null && carryOut(action, deps)) event.preventDefault();
  };
  addEventListener("keydown", obey);
  return () => removeEventListener("keydown", obey);
}

/** False for what the popup doesn't have, and when there is nothing to act on: the browser may have a use for the key. */
function carryOut(action: Action, { popup, openSettings, list }: Deps): boolean {
  if (typeof action === "object") return "tag" in action && forChip(popup, action.tag);
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
      return forArticle({ popup, list }, popup.openOriginal);
    case "openFullTab":
      return forArticle({ popup, list }, popup.openTab);
    case "toggleUnread":
    case "toggleStar":
    case "toggleLater":
      return forArticle({ popup, list }, popup.actions[action]);
    case "refreshSource":
    case "refreshAll":
      return always(popup.refresh);
    case "showNew":
      return always(popup.showArrivals);
    case "markAllRead":
      return always(popup.markAllRead);
    case "undo":
      return always(popup.undo);
    case "settings":
      return always(openSettings);
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

function forArticle({ popup, list }: Pick<Deps, "popup" | "list">, act: (article: Article) => void): boolean {
  return forLink(list(), (link) => {
    const id = Number(link.closest<HTMLElement>("[data-article]")?.dataset.article);
    const article = popup.shelf.peek()?.articles.find((each) => each.id === id);
    if (article) act(article);
  });
}

function forChip(popup: Popup, index: number): boolean {
  const chip = popup.chips.peek()[index];
  if (chip) popup.choose(chip.tag);
  return chip !== undefined;
}
