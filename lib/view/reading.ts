import { batch, computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { getArticle } from "../db/articles.ts";
import { noteRead } from "../db/noteRead.ts";
import { getRevisions, getVersions, type Versions } from "../db/versions.ts";
import type { Db } from "../db/schema.ts";
import { unlessFull } from "../db/storageFull.ts";
import type { Article, Revision } from "../model.ts";
import type { Changes } from "./changes.ts";
import { watch } from "./live.ts";
import type { OpenPlace } from "./places.ts";
import type { RenderDeps, RenderedBody } from "./render.ts";
import type { Picture } from "./pictureAddresses.ts";
import { watchPictures, type WatchedPictures } from "./storedPictures.ts";

/** The text of the open article: on its way, not there (the feed gave none), or ready. */
export type ArticleText = { kind: "coming" } | { kind: "none" } | { kind: "ready"; body: RenderedBody };

export type Reading = {
  article: ReadonlySignal<Article | null>;
  text: ReadonlySignal<ArticleText>;
  /** Null where there is no picture, or none to be had. */
  hero: ReadonlySignal<Picture | null>;
  /** Where the open article was left, and is being read now. */
  place: ReadonlySignal<OpenPlace | null>;
  /** What the open article said before, the latest first. */
  revisions: ReadonlySignal<Revision[]>;
  /** When its words changed after they were drawn; null while what is drawn is what is stored. */
  changedAt: ReadonlySignal<number | null>;
  /** Draws what is stored now. */
  showNewVersion: () => void;
  /** The article that was read last, where it was left in its middle not long ago. */
  leftOff: () => Promise<Article | null>;
  forgetLeftOff: () => void;
  /** What became of an earlier version in the one that is stored now; null where the article is gone. */
  compare: (revision: Revision) => Promise<Changes | null>;
};

/** A text that takes longer than this is shown after its headline. */
const PATIENCE_MS = 150;
/** The same where it was left in the middle: what is shown first would be the wrong place. */
const PATIENCE_LEFT_MS = 1000;

export type ReadingDeps = { db: Db; now: () => number } & Omit<RenderDeps, "findPictures">;

/**
 * The open article. What it says stays as it was when it was opened, until the new version is asked for; its flags and
 * tags follow the store. Calls `giveUp` where there is no such article.
 */
export function createReading(
  { db, now, ...render }: ReadingDeps,
  openId: ReadonlySignal<number | null>,
  giveUp: () => void,
): Reading {
  const article = signal<Article | null>(null);
  const text = signal<ArticleText>({ kind: "coming" });
  const pictures = signal<WatchedPictures | null>(null);
  const place = signal<OpenPlace | null>(null);
  const revisions = signal<Revision[]>([]);
  /** The newest revision that was there when the text was drawn: a newer one was made of what is drawn. */
  const drawnAfter = signal(0);
  const drawings = signal(0);

  /** The article before stays until this one can be drawn whole: nothing flashes, nothing moves. */
  async function open(id: number, ending: AbortSignal): Promise<void> {
    const versions = await getVersions(db, id);
    if (ending.aborted) return;
    if (!versions) return giveUp();
    const { article: row } = versions;
    const opened = loadPlaces().then(({ openPlace }) => openPlace(db, id, { now, ending }));
    const watched = await watchPictures(db, row.hero ? [row.hero.url] : [], { size: "full" });
    if (ending.aborted) return watched.stop();
    ending.addEventListener("abort", watched.stop);
    const reading = readText(versions, ending);
    const known = await opened;
    // Drawn once more, it must not lose its height meanwhile.
    const isAnew = article.peek()?.id === id;
    const patience = comingAfter(known.left ? PATIENCE_LEFT_MS : PATIENCE_MS);
    const first = isAnew ? await reading : await Promise.race([reading, patience]);
    if (ending.aborted) return;
    batch(() => {
      article.value = row;
      place.value = known;
      pictures.value = watched;
      text.value = first;
      revisions.value = versions.revisions;
      drawnAfter.value = newestOf(versions.revisions)?.id ?? 0;
    });
    // Nobody asked for it to be noted.
    void noteRead(db, row, now()).catch(unlessFull);
    const stops = [
      watch(
        () => getArticle(db, id),
        (fresh) => void (article.value = fresh ? asDrawn(row, fresh) : row),
      ),
      watch(
        () => getRevisions(db, id),
        (fresh) => void (revisions.value = fresh),
      ),
    ];
    ending.addEventListener("abort", () => stops.forEach((stop) => stop()));
    const ready = await reading;
    if (!ending.aborted) text.value = ready;
  }

  async function readText({ article: row, body }: Versions, ending: AbortSignal): Promise<ArticleText> {
    const { renderBody, findTextPictures } = await loadRender();
    if (body === null || body.source.trim() === "") return { kind: "none" };
    const findPictures = (urls: string[]) => findTextPictures(db, urls, ending);
    return { kind: "ready", body: await renderBody(row, body, { ...render, findPictures }) };
  }

  async function compare(revision: Revision): Promise<Changes | null> {
    const [versions, { changesSince }] = await Promise.all([getVersions(db, revision.articleId), loadChanges()]);
    return versions && changesSince(revision, versions, render);
  }

  effect(() => {
    const id = openId.value;
    void drawings.value;
    if (id === null) return void (article.value = null);
    const ending = new AbortController();
    void open(id, ending.signal);
    return () => ending.abort();
  });

  const hero = computed(() => pictures.value?.pictures.value.get(article.value?.hero?.url ?? "") ?? null);
  const changedAt = computed(() => {
    const newest = newestOf(revisions.value);
    return newest && newest.id > drawnAfter.value ? newest.replacedAt : null;
  });
  const leftOff = () => loadPlaces().then(({ readLeftOff }) => readLeftOff(db, now()));
  const forgetLeftOff = () => void loadPlaces().then(({ forgetLeftOff }) => forgetLeftOff(db));
  const showNewVersion = () => void drawings.value++;
  return { article, text, hero, place, leftOff, forgetLeftOff, revisions, changedAt, showNewVersion, compare };
}

const newestOf = ([newest]: Revision[]): Revision | undefined => newest;

/** What the reader made of it, and how it is filed, as it is now; what it says as it was drawn. */
const asDrawn = (drawn: Article, { unread, starred, later, tags, places }: Article): Article => ({
  ...drawn,
  ...{ unread, starred, later, tags, places },
});

/** Sanitiser, parser and the rules of a text are as large as all that a list needs: the list does not wait for them. */
const loadRender = async () => ({ ...(await import("./render.ts")), ...(await import("./textPictures.ts")) });
const loadChanges = () => import("./changes.ts");
const loadPlaces = () => import("./places.ts");

/** Once there is a list and nothing else to do, makes ready what the first article would wait for. */
export function warmReading(shown: ReadonlySignal<unknown>, markdownToHtml: RenderDeps["markdownToHtml"]): void {
  const warm = () => void Promise.all([loadRender(), loadPlaces(), markdownToHtml("")]);
  const stop = effect(() => {
    if (shown.value === null) return;
    requestIdleCallback(() => (stop(), warm()));
  });
}

function comingAfter(ms: number): Promise<ArticleText> {
  return new Promise((resolve) => setTimeout(() => resolve({ kind: "coming" }), ms));
}
