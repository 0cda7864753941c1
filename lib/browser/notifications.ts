import { browser } from "wxt/browser";
import { locale, number, plural, t } from "../i18n.ts";
import type { Article } from "../model.ts";
import type { Answer, ShownNotice } from "../refresh/background.ts";
import type { TagCount } from "../refresh/notice.ts";
import { tagLabel } from "../tags/tagLabel.ts";

export function onNoticeAnswered(act: (id: string, answer: Answer) => void): void {
  browser.notifications.onClicked.addListener((id) => act(id, "first"));
  // Firefox has no buttons, and no event for them.
  browser.notifications.onButtonClicked?.addListener((id, button) => act(id, button === 0 ? "first" : "second"));
}

export async function showNotice(shown: ShownNotice): Promise<void> {
  const { id } = shown.notice;
  const words = wordsOf(shown);
  const basic = { iconUrl: browser.runtime.getURL("/icons/icon-128.png"), title: words.title, message: words.message };
  if (import.meta.env.FIREFOX) {
    await browser.notifications.create(id, { type: "basic", ...basic });
    return;
  }
  const { contextMessage, buttons, items } = words;
  const rich = { ...basic, contextMessage, buttons: buttons.map((title) => ({ title })), silent: true, priority: 0 };
  if (items.length > 1) await browser.notifications.create(id, { type: "list", ...rich, items });
  else if (shown.picture) {
    await browser.notifications.create(id, { type: "image", ...rich, imageUrl: await addressOf(shown.picture) });
  } else await browser.notifications.create(id, { type: "basic", ...rich });
}

type Words = {
  title: string;
  message: string;
  contextMessage: string;
  buttons: string[];
  items: { title: string; message: string }[];
};

function wordsOf({ notice, feedTitles, tagNames }: ShownNotice): Words {
  const nameOf = (tag: string) => tagNames.get(tag) ?? tagLabel(tag, locale());
  const sources = feedTitles.length > 2 ? plural("sources", feedTitles.length) : listed(feedTitles);
  if (notice.kind === "article") return articleWords(notice.article, { source: sources, nameOf });
  const { articles } = notice;
  const buttons = [t("openList"), t("markAllRead")];
  const items = articles.slice(0, 3).map((article) => ({ title: article.title, message: "" }));
  const count = articles.length;
  switch (notice.kind) {
    case "tag":
      return {
        title: plural("newInTag", count, nameOf(notice.tag)),
        message: articles[0]?.title ?? "",
        contextMessage: count > 3 ? plural("andMoreFrom", count - 3, sources) : sources,
        buttons,
        items,
      };
    case "tags":
      return {
        title: plural("newArticles", count),
        message: tagWords(notice.tags, nameOf) || (articles[0]?.title ?? ""),
        contextMessage: sources,
        buttons,
        items,
      };
    case "afterQuiet":
      return {
        title: plural("newSince", count, timeOf(notice.since)),
        message: tagWords(notice.tags, nameOf) || (articles[0]?.title ?? ""),
        contextMessage: t("quietHoursEnded"),
        buttons: [t("openList")],
        items: [],
      };
  }
}

type NameOf = (tag: string) => string;

function articleWords(article: Article, { source, nameOf }: { source: string; nameOf: NameOf }): Words {
  const tag = article.tags[0];
  return {
    title: article.title,
    message: cutAtWord(article.summary, 140),
    contextMessage: tag === undefined ? source : t("tagAndSource", nameOf(tag), source),
    buttons: [t("read"), t("readLater")],
    items: [],
  };
}

const listed = (parts: string[]): string => new Intl.ListFormat(locale(), { type: "unit" }).format(parts);
const timeOf = (at: number): string => new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(at);

function tagWords(tags: TagCount[], nameOf: NameOf): string {
  return listed(tags.slice(0, 4).map(({ tag, count }) => t("tagCount", nameOf(tag), number(count))));
}

function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length + 1).replace(/\s+\S*$/u, "")}…`;
}

/** A service worker cannot make object addresses; the pictures of lists are small. */
async function addressOf(picture: Blob): Promise<string> {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${picture.type};base64,${btoa(binary)}`;
}
