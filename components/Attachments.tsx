import { locale, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { attachedTo, type Attached, type EnclosureKind } from "../lib/view/enclosures.ts";
import { bytesText } from "./bytesText.ts";
import { Icon } from "./Icon.tsx";
import "./readingIcons.ts";

/** What the feed attached to the article. Nothing is played or loaded here: a tab opens on request. */
export function Attachments({ article }: { article: Article }) {
  const attached = attachedTo(article);
  if (attached.length === 0) return null;
  return (
    <ul class="attached" aria-label={t("attachments")}>
      {attached.map((each) => (
        <li key={each.url}>
          <a href={each.url} target="_blank" rel="noopener noreferrer">
            <Icon name={each.kind} />
            <b>{describe(each)}</b>
            <bdi>{each.host}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

const WORDS = {
  audio: "attachedAudio",
  video: "attachedVideo",
  pdf: "attachedPdf",
  image: "attachedImage",
  file: "attachedFile",
} as const satisfies Record<EnclosureKind, string>;

function describe({ kind, bytes }: Attached): string {
  const facts = [t(WORDS[kind]), ...(bytes === null ? [] : [bytesText(bytes)])];
  return new Intl.ListFormat(locale(), { type: "unit", style: "short" }).format(facts);
}
