import "../../components/moreIcons.ts";
import "../../components/tokens.css";
import "../../components/ui.css";
import "../../components/list.css";
import "../../components/refreshDetails.css";
import "../../components/search.css";
import "../../components/reader.css";
import "../../components/articleEnd.css";
import "../../components/menu.css";
import "../../components/findBar.css";
import "../../components/floats.css";
import "../../components/pictureViewer.css";
import "../../components/changes.css";
import "../../components/textPopover.css";
import "../../components/keysSheet.css";
import { signal, type ReadonlySignal } from "@preact/signals";
import "../../components/tags/tags.css";
import { nameTags } from "../../components/namedTags.ts";
import { afterPaint } from "../../components/afterPaint.ts";
import { nameKeys, type Shortcuts } from "../../components/shortcuts.ts";
import { refreshNow } from "../../lib/browser/messages.ts";
import { openOriginal, openSettings } from "../../lib/browser/pages.ts";
import { openReaderAt } from "../../lib/browser/readerPlace.ts";
import { changeSettings, settingsOf, watchSettings } from "../../lib/browser/settings.ts";
import { openDatabase } from "../../lib/db/schema.ts";
import { direction, locale, t } from "../../lib/i18n.ts";
import type { Appearance, KeySettings, Settings } from "../../lib/settings.ts";
import { site } from "../../lib/site.ts";
import { applyAppearance } from "../../lib/view/appearance.ts";
import { createReader, type Reader, type ReaderDeps } from "../../lib/view/reader.ts";
import { warmReading } from "../../lib/view/reading.ts";
import { namesFrom } from "../../lib/view/tagNames.ts";

const EMBED_WORDS = { video: "embedVideo", audio: "embedAudio", page: "embedPage" } as const;

/** What side panel and full tab have in common. */
export async function startReader(isTwoPane: ReadonlySignal<boolean>, begin?: ReaderDeps["begin"]): Promise<Reader> {
  const [first, [, settings]] = await firstRead;
  const appearance = signal<Appearance>(settingsOf(settings));
  applyAppearance(document.documentElement, appearance.peek());
  Object.assign(document.documentElement, { lang: locale(), dir: direction() });
  document.title = t("appName");
  const keySettings = signal<(KeySettings & Pick<Settings, "badge">) | null>(null);
  watchSettings((settings) => {
    appearance.value = settings;
    keySettings.value = settings;
    applyAppearance(document.documentElement, settings);
  });
  const shortcuts = signal<Shortcuts>({});
  nameKeys(shortcuts);
  const isWhole = signal(false);
  const db = openDatabase();
  void afterPaint().then(async () => {
    isWhole.value = true;
    (await import("./outside.ts")).keepOutsideTrue(db, keySettings);
    (await import("../../components/keyNames.ts")).followKeys(keySettings, shortcuts);
    (await import("../../components/failedPictures.ts")).hideFailedPictures();
    (await import("./life.ts")).followLife();
    // Queries keep silent about a store that cannot be opened; this rejection reaches the page's error boundary.
    await db.open();
  });
  let markdown: ReturnType<typeof loadMarkdown> | undefined;
  const markdownToHtml: ReaderDeps["markdownToHtml"] = async (source) => (await (markdown ??= loadMarkdown()))(source);
  const reader = createReader({
    db,
    now: () => Date.now(),
    tagOrder: site.tagOrder,
    isTwoPane,
    appearance,
    keySettings,
    isWhole,
    first,
    ...(begin && { begin }),
    changeAppearance: changeSettings,
    refreshNow: (feedId) => refreshNow(feedId === null ? "all" : { feedId }),
    refreshDue: () => refreshNow("due"),
    loadOlder: (feedId) => refreshNow({ olderOf: feedId }),
    openOriginal,
    openTab: (hash) => openReaderAt(hash, "newForegroundTab"),
    openSettings,
    browserKeys: {
      read: async () => (await import("../../lib/browser/commands.ts")).readBrowserKeys(),
      change: async () => (await import("../../lib/browser/commands.ts")).changeBrowserKeys(),
    },
    markdownToHtml,
    embedLabel: (kind, host) => t(EMBED_WORDS[kind], host),
  });
  nameTags(namesFrom(reader.choices));
  warmReading(reader.list.shown, markdownToHtml);
  // Drawn once, with its rows.
  await (first && reader.list.begun);
  return reader;
}

/** No list needs it. */
const loadMarkdown = () =>
  import("../../lib/view/markdown.ts").then(({ createMarkdown, startMarkdownWorker }) =>
    createMarkdown(startMarkdownWorker),
  );
