import { setFlags } from "../db/articles.ts";
import { readChoices } from "../db/choices.ts";
import { endDownload } from "../db/download.ts";
import { queueUnread } from "../db/downloadQueue.ts";
import { feedOf, recordOf, type FeedRecord } from "../db/feedRecord.ts";
import { ensureHomeFeed, getFeed, HOME_FEED, listFeeds, type NewFeed } from "../db/feeds.ts";
import { tendIndex } from "../db/indexing.ts";
import { getImage } from "../db/images.ts";
import { finishMarking, markReadWithUndo } from "../db/marking.ts";
import { queueTextPictures } from "../db/pictureQueue.ts";
import { evictPictures, weighOldPictures } from "../db/pictureStore.ts";
import { forgetRequests } from "../db/requests.ts";
import { retain, type Keeping } from "../db/retention.ts";
import { finishRetagging } from "../db/retagging.ts";
import type { Db } from "../db/schema.ts";
import { takeSnapshot } from "../db/snapshots.ts";
import { readState } from "../db/state.ts";
import { unlessFull } from "../db/storageFull.ts";
import { readToolbar, type BadgeChoice, type Toolbar } from "../db/toolbar.ts";
import { finishUnfollowing } from "../db/unfollowing.ts";
import { givenNames } from "../tags/mapTags.ts";
import { announceArrivals, type AnnounceDeps } from "./announce.ts";
import { fetchWantedImages, startRound, type ImageDeps, type Round } from "./images.ts";
import { tagOfNotice, type Notice } from "./notice.ts";
import { loadOlder } from "./older.ts";
import { refresh, type RefreshDeps, type Which } from "./refresh.ts";
import { watchServerClock, type ServerClock } from "./serverClock.ts";

export type BackgroundDeps = RefreshDeps &
  Omit<ImageDeps, "pictureBudget"> &
  Pick<AnnounceDeps, "isReaderVisible"> & {
    settings: () => Promise<Wishes>;
    home: Omit<NewFeed, "id">;
    /** Of the sources, outside of the store: they come back from it where the store was lost. */
    safetyCopy: { keep: (records: FeedRecord[]) => Promise<void>; read: () => Promise<FeedRecord[]> };
    /** Runs the work when nobody else does, under this name. */
    inTurn: (name: string, work: () => Promise<void>) => Promise<unknown>;
    /** Runs the work unless somebody does already. */
    alone: (name: string, work: () => Promise<void>) => Promise<unknown>;
    notice: {
      show: (shown: ShownNotice) => Promise<void>;
      showing: () => Promise<string[]>;
      clear: (id: string) => Promise<void>;
    };
    badge: { showToolbar: (toolbar: Toolbar) => Promise<void>; showBusy: () => Promise<void> };
    openNoticed: (noticed: Noticed) => Promise<void>;
  };

/** `tagNames`: of the tags that the reader named. */
export type ShownNotice = {
  notice: Notice;
  feedTitles: string[];
  picture: Blob | null;
  tagNames: ReadonlyMap<string, string>;
};

/** What a notification was about: one article, or the list of a tag or of all. */
export type Noticed = { articleId: number } | { tag: string | null };

/** What people can set that the background obeys. */
export type Wishes = Awaited<ReturnType<AnnounceDeps["settings"]>> &
  Keeping & { pictureMegabytes: number; badge: BadgeChoice };

const BUSY_AFTER_MS = 1000;

/** What the background does, apart from the browser that calls it. Every call may be the worker's first or last. */
export function createBackground(given: BackgroundDeps) {
  const clock = watchServerClock(given);
  const deps: Deps = { ...given, ...clock };
  const ready = bringBack(deps).then(() => ensureHomeFeed(deps.db, deps.home, deps.now()));

  /** One at a time: a second run would meet the first one's hosts. */
  const run = async (work: () => Promise<void>): Promise<void> => {
    await ready;
    await deps.inTurn("refresh", work).finally(() => showToolbar(deps));
  };

  return {
    /** At every start of the worker. */
    wake: async () => {
      await ready;
      await showToolbar(deps);
    },
    refreshDue: () => run(() => refresh(deps, "due")).finally(() => finish(deps)),
    /** Resolves when the feeds have their outcome; pictures and news follow. */
    refreshNow: (which: Which | { olderOf: string }) => {
      const slow = setTimeout(() => void deps.badge.showBusy(), BUSY_AFTER_MS);
      const isOlder = typeof which === "object" && "olderOf" in which;
      const work = () => (isOlder ? loadOlder(deps, which.olderOf) : refresh(deps, which));
      const refreshed = run(work).finally(() => clearTimeout(slow));
      void refreshed.catch(() => undefined).then(() => finish(deps));
      return refreshed;
    },
    answerNotice: (id: string, answer: Answer) => answerNotice(deps, id, answer),
  };
}

type Deps = BackgroundDeps & ServerClock;

/** Without the home feed the store is new, or it was lost. */
async function bringBack({ db, now, safetyCopy }: Deps): Promise<void> {
  if (await getFeed(db, HOME_FEED)) return;
  await db.feeds.bulkPut((await safetyCopy.read()).map((record) => feedOf(record, now())));
}

/** Whether the refresh went well or not: what is still to be done waits as rows, and the next round takes up what this one leaves. */
async function finish(deps: Deps): Promise<void> {
  const { db, now } = deps;
  /** What finds no room on the disk waits for the next round; what comes after it may make some. */
  const alone = (name: string, work: () => Promise<unknown>) =>
    deps.alone(name, async () => void (await work().catch(unlessFull)));
  await alone("marking", () => finishMarking(db));
  await alone("unfollowing", () => finishUnfollowing(db, now()));
  await alone("retagging", () => finishRetagging(db));
  const announce = { ...deps, ...deps.notice, show: (notice: Notice) => show(deps, notice) };
  const round = startRound(now());
  await alone("pictures", () => fetchPictures(deps, round, BEFORE_NOTICE)).finally(() =>
    alone("notice", () => announceArrivals(announce)),
  );
  // Beside a round that runs: it takes these as well.
  await alone("queue", () => queuePictures(db));
  await alone("pictures", () => fetchQueue(deps, round));
  if (deps.isOurClockRight()) await alone("retention", () => keepWhatIsWanted(deps));
  await alone("requests", () => forgetRequests(db, now()));
  await alone("snapshot", () => keepSafe(deps));
  await alone("index", () => tendIndex(db));
}

async function keepSafe({ db, now, settings, safetyCopy }: Deps): Promise<void> {
  await safetyCopy.keep((await listFeeds(db)).map(recordOf));
  await takeSnapshot(db, await settings(), now());
}

async function queuePictures(db: Db): Promise<void> {
  await queueUnread(db);
  await queueTextPictures(db);
}

/** A notification shows what it tells of; nobody waits for the pictures in a hundred texts to be told. */
const BEFORE_NOTICE = 50;

async function fetchQueue(deps: Deps, round: Round): Promise<void> {
  await endDownload(deps.db, await fetchPictures(deps, round));
}

async function fetchPictures(deps: Deps, round: Round, most?: number): Promise<"done" | "noRoom"> {
  await weighOldPictures(deps.db);
  const budget = (await deps.settings()).pictureMegabytes * 1_000_000;
  // It may have been made smaller.
  if (((await readState(deps.db, "pictureBytes")) ?? 0) > budget) await evictPictures(deps.db, budget);
  return fetchWantedImages({ ...deps, pictureBudget: budget }, round, most);
}

const DAY_MS = 24 * 3_600_000;

/** Once a day; a list that somebody looks at is left as it is for some days more. */
async function keepWhatIsWanted({ db, now, settings, isReaderVisible }: Deps): Promise<void> {
  const everyMs = (await isReaderVisible()) ? 4 * DAY_MS : DAY_MS;
  await retain(db, await settings(), { now: now(), everyMs });
}

async function showToolbar({ db, now, badge, settings }: BackgroundDeps): Promise<void> {
  await badge.showToolbar(await readToolbar(db, now(), (await settings()).badge));
}

async function show({ db, notice: screen }: BackgroundDeps, notice: Notice): Promise<void> {
  const titles = new Map((await listFeeds(db)).map((feed) => [feed.id, feed.title]));
  const feedTitles = [...new Set(notice.articles.map((article) => titles.get(article.feedId) ?? ""))];
  const heroUrl = notice.kind === "article" ? notice.article.hero?.url : undefined;
  const picture = heroUrl === undefined ? null : ((await getImage(db, heroUrl))?.thumb ?? null);
  const tagNames = givenNames(await readChoices(db));
  await screen.show({ notice, feedTitles, picture, tagNames });
}

/** `first`: the body or the first button, "Read" or "Open list". `second`: "Read later" or "Mark all read". */
export type Answer = "first" | "second";

async function answerNotice({ db, notice, openNoticed }: BackgroundDeps, id: string, answer: Answer): Promise<void> {
  const ids = (await readState(db, "noticeLog"))?.shown?.[id] ?? [];
  const [articleId, ...others] = ids;
  const isOne = articleId !== undefined && others.length === 0;
  if (answer === "first") await openNoticed(isOne ? { articleId } : { tag: tagOfNotice(id) });
  else if (isOne) await setFlags(db, ids, { later: 1 });
  else await markReadWithUndo(db, ids);
  await notice.clear(id);
}
