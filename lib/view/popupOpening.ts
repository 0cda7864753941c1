import type { Article } from "../model.ts";
import { openingOf } from "./opening.ts";

/** What the browser does for a popup that is about to give way to a larger page. */
export type OpeningDeps = {
  /** Rejects where there is no panel. Null asks for the list. */
  openPanel: (articleId: number | null) => Promise<void>;
  openTab: (articleId: number | null) => Promise<void>;
  /** In a tab behind, so that the popup stays. */
  openOriginal: (url: string) => Promise<void>;
  close: () => void;
};

export type PopupOpening = ReturnType<typeof createOpening>;

export function createOpening(deps: OpeningDeps, markRead: (article: Article) => void) {
  /** Must run first thing in the click: only then does the browser open its panel. */
  async function openPanel(articleId: number | null): Promise<void> {
    await deps.openPanel(articleId).catch(() => deps.openTab(articleId));
    deps.close();
  }

  async function openTab(article: Article): Promise<void> {
    await deps.openTab(article.id);
    deps.close();
  }

  async function openOriginal(article: Article): Promise<void> {
    if (article.url === null) return openTab(article);
    await deps.openOriginal(article.url);
    markRead(article);
  }

  const ways = { here: (article: Article) => openPanel(article.id), fullTab: openTab, originalBehind: openOriginal };

  return {
    open: (article: Article, event: MouseEvent) => {
      const opening = openingOf(event);
      if (opening === null) return;
      event.preventDefault();
      void ways[opening](article);
    },
    openOriginal: (article: Article) => void openOriginal(article),
    openTab: (article: Article) => void openTab(article),
    openList: () => void openPanel(null),
  };
}
