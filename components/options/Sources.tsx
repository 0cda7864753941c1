import { useRef } from "preact/hooks";
import { plural, t } from "../../lib/i18n.ts";
import { site } from "../../lib/site.ts";
import type { Opml } from "../../lib/view/opml.ts";
import type { Options } from "../../lib/view/options.ts";
import { Said, useSaid } from "../Said.tsx";
import { Toast } from "../Toast.tsx";
import { useFileDrop } from "./fileDrop.ts";
import { FollowForm } from "./FollowForm.tsx";
import { ImportPanel } from "./ImportPanel.tsx";
import { OpmlButtons } from "./OpmlButtons.tsx";
import { SourceRow } from "./SourceRow.tsx";

export function Sources({ options, opml }: { options: Options; opml: Opml }) {
  const sources = options.sources.value ?? [];
  const importButton = useRef<HTMLButtonElement>(null);
  const choose = (file: File) => void opml.importing.choose(file);
  const drop = useFileDrop(choose);
  const list = useRef<HTMLUListElement>(null);
  const [said, say] = useSaid();
  const { acts } = options;
  const closeImport = () => {
    opml.importing.close();
    importButton.current?.focus();
  };
  return (
    <section class="sec" id="sources">
      <h2>{t("sources")}</h2>
      <p class="sub">{t("sourcesSub", site.name)}</p>
      <FollowForm follow={options.follow} openSite={options.openSite} />
      <div class={drop.isOver ? "card dropping" : "card"} {...drop.targetProps}>
        <div class="thead num">
          <span>
            {t(
              "sourcesAndArticles",
              plural("sources", sources.length),
              plural("storedArticles", options.articleCount.value),
            )}
          </span>
          <span class="sp" />
          <OpmlButtons
            button={importButton}
            onFile={choose}
            onExport={() => void opml.save(t("opmlTitle", t("appName")))}
          />
        </div>
        <ImportPanel importing={opml.importing} onClose={closeImport} />
        <ul aria-label={t("sources")} tabIndex={-1} ref={list}>
          {sources.map((source, i) => (
            <SourceRow
              key={source.id}
              source={source}
              acts={acts}
              examine={options.examine}
              place={{ isFirst: i === 0, isLast: i === sources.length - 1 }}
              now={options.now.value}
              onTryNow={() => void options.tryNow(source)}
              onAllow={() => void options.allow(source)}
              say={say}
            />
          ))}
        </ul>
      </div>
      {acts.unfollowed.value !== null && (
        <div class="toastwrap">
          <Toast
            text={t("unfollowed", acts.unfollowed.value)}
            home={() => list.current}
            onUndo={() => void acts.undo()}
            onClose={() => void acts.letGo()}
          />
        </div>
      )}
      <Said said={said} />
    </section>
  );
}
