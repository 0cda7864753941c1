import { useLayoutEffect, useRef } from "preact/hooks";
import { locale } from "../lib/i18n.ts";
import type { Article } from "../lib/model.ts";
import { longDate } from "../lib/view/publishedDate.ts";
import type { Reader } from "../lib/view/reader.ts";
import { standfirstOf } from "../lib/view/standfirst.ts";
import { withoutTracking } from "../lib/feed/tracking.ts";
import { listText } from "./listText.ts";

/** The article on paper: nothing to press, and nothing left out. */
export function PrintedArticle({ reader, article }: { reader: Reader; article: Article }) {
  const { text, hero } = reader.reading;
  const said = { lang: article.language ?? "", dir: article.direction ?? "auto" } as const;
  const shown = text.peek();
  const picture = hero.peek();
  const standfirst = standfirstOf(article, shown);
  return (
    <article>
      <header>
        <h1 {...said}>{article.title}</h1>
        {standfirst !== null && (
          <p class="stand" {...said}>
            {standfirst}
          </p>
        )}
        <Source reader={reader} article={article} />
      </header>
      {picture?.kind === "stored" && <img class="hero" src={picture.address} alt="" />}
      {shown.kind === "ready" && <Text fragment={shown.body.fragment} {...said} />}
    </article>
  );
}

function Source({ reader, article }: { reader: Reader; article: Article }) {
  const facts = [
    article.authors.length > 0 ? listText(article.authors) : null,
    reader.feeds.names.peek().get(article.feedId),
    longDate(article, locale()),
  ].filter((fact) => fact != null);
  return (
    <div class="by">
      <p>
        {facts.map((fact, i) => (
          <span key={i}>{fact}</span>
        ))}
      </p>
      {article.url !== null && (
        <p class="address" dir="ltr">
          {withoutTracking(article.url)}
        </p>
      )}
    </div>
  );
}

type TextProps = { fragment: DocumentFragment; lang: string; dir: "ltr" | "rtl" | "auto" };

function Text({ fragment, lang, dir }: TextProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.append(document.importNode(fragment, true));
    // Paper cannot be unfolded.
    for (const details of box.current?.querySelectorAll("details") ?? []) details.open = true;
  }, []);
  return <div class="prose" ref={box} lang={lang} dir={dir} />;
}
