import { plural, t } from "../../lib/i18n.ts";
import { site } from "../../lib/site.ts";
import type { Options } from "../../lib/view/options.ts";
import { FollowForm } from "./FollowForm.tsx";
import { SourceRow } from "./SourceRow.tsx";

export function Sources({ options }: { options: Options }) {
  const sources = options.sources.value ?? [];
  return (
    <section class="sec" id="sources">
      <h2>{t("sources")}</h2>
      <p class="sub">{t("sourcesSub", site.name)}</p>
      <FollowForm follow={options.follow} openSite={options.openSite} />
      <div class="card">
        <div class="thead num">
          {t(
            "sourcesAndArticles",
            plural("sources", sources.length),
            plural("storedArticles", options.articleCount.value),
          )}
        </div>
        <ul aria-label={t("sources")}>
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              now={options.now.value}
              onTryNow={() => void options.tryNow(source)}
              onAllow={() => void options.allow(source)}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}
