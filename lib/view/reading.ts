import { batch, computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { getArticle, getBody } from "../db/articles.ts";
import { noteRead } from "../db/pictureStore.ts";
import type { Db } from "../db/schema.ts";
import type { Article, Body } from "../model.ts";
import { watch } from "./live.ts";
import type { OpenPlace } from "./places.ts";
import type { RenderDeps, RenderedBody } from "./render.ts";
import { addressOf, type Picture } from "./pictureAddresses.ts";
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
};

/** A text that takes longer than this is shown after its headline. */
const PATIENCE_MS = 150;
/** The same where it was left in the middle: what is shown first would be the wrong place. */
const PATIENCE_LEFT_MS = 1000;

export type ReadingDeps = { db: Db; now: () => number } & Omit<RenderDeps, "imageAddress">;

/** The open article: its row as it changes, its text as it was when it was opened. Calls `giveUp` where there is none. */
export function createReading(
  { db, now, ...render }: ReadingDeps,
  openId: ReadonlySignal<number | null>,
  giveUp: () => void,
): Reading {
  const article = signal<Article | null>(null);
  const text = signal<ArticleText>({ kind: "coming" });
  const pictures = signal<WatchedPictures | null>(null);
  const place = signal<OpenPlace | null>(null);

  /** The article before stays until this one can be drawn whole: nothing flashes, nothing moves. */
  async function open(id: number, ending: AbortSignal): Promise<void> {
    const row = await getArticle(db, id);
    if (ending.aborted) return;
    if (!row) return giveUp();
    const body = getBody(db, row);
    const opened = loadPlaces().then(({ openPlace }) => openPlace(db, id, { now, ending }));
    const watched = await watchPictures(db, row.hero ? [row.hero.url] : [], { size: "full" });
    if (ending.aborted) return watched.stop();
    ending.addEventListener("abort", watched.stop);
    const reading = readText(row, body, watched);
    const known = await opened;
    const first = await Promise.race([reading, comingAfter(known.left ? PATIENCE_LEFT_MS : PATIENCE_MS)]);
    if (ending.aborted) return;
    batch(() => {
      article.value = row;
      place.value = known;
      pictures.value = watched;
      text.value = first;
    });
    if (row.hero) void noteRead(db, row.hero.url, now());
    const follow = (fresh: Article | undefined) => void (article.value = fresh ?? row);
    ending.addEventListener(
      "abort",
      watch(() => getArticle(db, id), follow),
    );
    const ready = await reading;
    if (!ending.aborted) text.value = ready;
  }

  async function readText(row: Article, asked: Promise<Body | null>, watched: WatchedPictures): Promise<ArticleText> {
    const [body, { renderBody }] = await Promise.all([asked, loadRender()]);
    if (body === null || body.source.trim() === "") return { kind: "none" };
    const imageAddress = (url: string) => addressOf(watched.pictures.peek(), url);
    return { kind: "ready", body: await renderBody(row, body, { ...render, imageAddress }) };
  }

  effect(() => {
    const id = openId.value;
    if (id === null) return void (article.value = null);
    const ending = new AbortController();
    void open(id, ending.signal);
    return () => ending.abort();
  });

  const hero = computed(() => pictures.value?.pictures.value.get(article.value?.hero?.url ?? "") ?? null);
  return { article, text, hero, place };
}

/** Sanitiser, parser and the rules of a text are as large as all that a list needs: the list does not wait for them. */
const loadRender = () => import("./render.ts");
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
