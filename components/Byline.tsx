import { locale, plural, t } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { fullDate, longDate, machineDate } from "../lib/view/publishedDate.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Icon } from "./Icon.tsx";
import { fullMoment } from "./fullTime.ts";
import { listText } from "./listText.ts";
import { momentText } from "./timeText.ts";

type Props = { reader: Reader; article: Article };

/** Who wrote it, when, how long it takes, and that it is here to stay. */
export function Byline({ reader, article }: Props) {
  const text = reader.reading.text.value;
  const minutes = text.kind === "ready" ? text.body.minutes : 0;
  const date = longDate(article, locale());
  return (
    <div class="by">
      {article.authors.length > 0 && <Authors names={article.authors} />}
      {date !== null && (
        <time class="fact" dateTime={machineDate(article) ?? ""} title={fullDate(article, locale()) ?? ""}>
          <b>{date}</b>
        </time>
      )}
      {article.revisedAt !== undefined && (
        <Moment at={article.revisedAt} text={t("updated", momentText(article.revisedAt, reader.now.value))} />
      )}
      {article.revisedAt !== undefined && reader.reading.revisions.value.length > 0 && (
        <button type="button" class="fact link" onClick={() => (reader.isComparing.value = true)}>
          {t("whatChanged")}
        </button>
      )}
      {minutes > 0 && <span class="fact">{plural("minutesRead", minutes)}</span>}
      {text.kind === "ready" && (
        <span class="ok">
          <Icon name="check" />
          {t("savedOffline")}
        </span>
      )}
    </div>
  );
}

const Moment = ({ at, text }: { at: number; text: string }) => (
  <time class="fact" dateTime={new Date(at).toISOString()} title={fullMoment(at)}>
    {text}
  </time>
);

/** More names than these would push the date out of sight. */
const MOST_NAMES = 4;
const FIRST_NAMES = 3;

function Authors({ names }: { names: string[] }) {
  if (names.length <= MOST_NAMES) {
    return (
      // The dot behind them goes the way of the page, the names their own.
      <span class="fact">
        <bdi>{listText(names)}</bdi>
      </span>
    );
  }
  const [first, rest] = [names.slice(0, FIRST_NAMES), names.slice(FIRST_NAMES)];
  return (
    <details class="fact">
      <summary>
        <bdi>{listText([...first, plural("moreNames", rest.length)])}</bdi>
      </summary>
      <bdi>{listText(rest)}</bdi>
    </details>
  );
}
