import { locale, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { addressOf } from "../lib/view/pictureAddresses.ts";
import { openNextUnread } from "../lib/view/perform.ts";
import type { Reader } from "../lib/view/reader.ts";
import type { ArticleText } from "../lib/view/reading.ts";
import { Attachments } from "./Attachments.tsx";
import { Icon } from "./Icon.tsx";

type Props = { reader: Reader; article: Article; text: ArticleText };

/** What follows the text: what is attached, its keywords, what to do with it, and the next one. */
export function ArticleEnd({ reader, article, text }: Props) {
  const keywords = text.kind === "ready" ? text.body.keywords : [];
  return (
    <>
      <Attachments article={article} />
      {keywords.length > 0 && (
        <p class="keys" dir="auto">
          <b>{t("keywords")}</b> &nbsp;{new Intl.ListFormat(locale(), { type: "unit" }).format(keywords)}
        </p>
      )}
      <div class="done">
        <button class="btn" type="button" aria-pressed={reader.isPinned.value} onClick={reader.togglePin}>
          {reader.isPinned.value && <Icon name="check" />}
          {t("keepUnread")}
        </button>
        {article.url !== null && <ReadOn reader={reader} article={article} url={article.url} />}
      </div>
      <NextUnread reader={reader} />
    </>
  );
}

function ReadOn({ reader, article, url }: { reader: Reader; article: Article; url: string }) {
  const open = (event: MouseEvent) => {
    event.preventDefault();
    reader.openOriginal(article, event.ctrlKey || event.metaKey ? "background" : "front");
  };
  return (
    <a class="btn" href={url} rel="noopener" onClick={open}>
      <Icon name="external" />
      {t("readOn", new URL(url).hostname.replace(/^www\./, ""))}
    </a>
  );
}

function NextUnread({ reader }: { reader: Reader }) {
  const next = reader.nextUnread.value;
  if (next === null) return null;
  const picture = addressOf(reader.list.thumbs.value, next.hero?.url);
  return (
    <button class="next" type="button" onClick={() => openNextUnread(reader)}>
      <span>
        <small>{t("nextUnread")}</small>
        <strong dir="auto">{next.title}</strong>
      </span>
      {picture !== null && <img src={picture} alt="" />}
    </button>
  );
}
