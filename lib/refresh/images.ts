import { getFeed } from "../db/feeds.ts";
import { emptyPictureQueue } from "../db/download.ts";
import { changeImage, getImage, wantedImages } from "../db/images.ts";
import { evictPictures, storePicture } from "../db/pictureStore.ts";
import { noteApart } from "../db/requests.ts";
import type { Db } from "../db/schema.ts";
import { clearState, readState, writeState } from "../db/state.ts";
import { isStorageFull, unlessFull } from "../db/storageFull.ts";
import { withRoom } from "../db/withRoom.ts";
import { FETCH_TIMEOUT_MS, IMAGE_BYTES, IMAGE_PIXELS } from "../feed/limits.ts";
import { readPictureShape } from "../feed/pictureShape.ts";
import { isSameHost } from "../feed/url.ts";
import type { StoredImage } from "../model.ts";
import { QUIETLY, strayedTo, type Network } from "./fetchDocument.ts";
import { readCapped } from "./readCapped.ts";
import { inTurns } from "./inTurns.ts";
import { noteOf } from "./noting.ts";
import { sha256 } from "./sha256.ts";

export type Shrunk = { blob: Blob; width: number; height: number };

export type ImageDeps = Pick<Network, "fetch" | "mayFetch" | "isPrivate" | "now" | "isOnline"> & {
  db: Db;
  wait: (ms: number) => Promise<void>;
  /** How many bytes of pictures may be stored. */
  pictureBudget: number;
  /** Redraws a picture at most `maxWidth` wide; null when it cannot be decoded. */
  shrink: (picture: Blob, maxWidth: number) => Promise<Shrunk | null>;
};

const FULL_WIDTH = 1200;
const THUMB_WIDTH = 232;
const MOST_TRIES = 3;
/** Of the budget; freed beyond what is needed, so that not every picture costs another. */
const MARGIN = 0.1;

/**
 * Works off the queue of wanted pictures, each once, with those that are queued meanwhile. It ends as stored or as not
 * to be had (its box then goes), or waits for the next round when its server could not be reached. Where the disk has no
 * room for them, even after others made way, the rest wait for a round that finds some; where the budget has none, which
 * is made for the newest, they are not wanted any more. Where the whole network is away, nothing counts as tried.
 *
 * `round`: what it goes on with. `most`: so many at most.
 */
export async function fetchWantedImages(
  deps: ImageDeps,
  round = startRound(deps.now()),
  most = Infinity,
): Promise<"done" | "noRoom"> {
  const { db } = deps;
  const manners = { hostOf: (url: string) => new URL(url).host, atOnce: 4, pauseMs: 100, wait: deps.wait };
  const { tried } = round;
  const enough = tried.size + most;
  const queued = async () => {
    // One that was given up and is wanted anew has not been tried.
    const urls = (await wantedImages(db)).flatMap(({ url, tries }) => (tries > 0 && tried.has(url) ? [] : url));
    return urls.slice(0, Math.min(STRETCH, enough - tried.size));
  };
  for (let urls = await queued(); urls.length > 0 && round.room === "left"; urls = await queued()) {
    for (const url of urls) tried.add(url);
    await inTurns(urls, manners, async (url) => {
      if (round.room !== "left") return;
      const room = await findsRoom(deps, () => tryImage(deps, url, round.startedAt));
      // Others may have found out meanwhile that there is none.
      if (room !== "left") round.room = room;
    });
  }
  if (round.room === "usedUp") await emptyPictureQueue(db);
  // Nothing waits for room any more.
  if (tried.size === 0 && (await readState(db, "storageFull"))) await clearState(db, "storageFull");
  return round.room === "usedUp" || round.room === "noneOnDisk" ? "noRoom" : "done";
}

/** Of the queue, until it is looked at anew: what is newer may have come. */
const STRETCH = 100;

/** What came since its start makes way for nothing. */
export type Round = { startedAt: number; tried: Set<string>; room: Room };

export const startRound = (startedAt: number): Round => ({ startedAt, tried: new Set(), room: "left" });

/** On the disk, and in the budget; or nobody knows, since nothing can be fetched. */
type Room = "left" | "noneOnDisk" | "usedUp" | "offline";

/** Whether there is room after what the work stored. Where not on the disk, people are told, if that at least can be written. */
async function findsRoom({ db, now }: ImageDeps, work: () => Promise<Room>): Promise<Room> {
  try {
    return await work();
  } catch (fault) {
    if (!isStorageFull(fault)) throw fault;
    await writeState(db, "storageFull", { at: now() }).catch(unlessFull);
    return "noneOnDisk";
  }
}

async function tryImage(deps: ImageDeps, url: string, startedAt: number): Promise<Room> {
  const { db, now, pictureBudget: budget } = deps;
  const image = await getImage(db, url);
  if (!image) return "left";
  const tries = image.tries + 1;
  // Counted before the attempt, so that a picture that kills the worker is not tried for ever.
  const tried: StoredImage = { ...image, tries, wanted: tries < MOST_TRIES ? 1 : 0 };
  await changeImage(db, url, { tries: tried.tries, wanted: tried.wanted });
  const fetched = await fetchImage(deps, tried);
  if (fetched === "unreached") {
    if (deps.isOnline()) return "left";
    await changeImage(db, url, { tries: image.tries, wanted: 1 });
    return "offline";
  }
  try {
    const bytes = await withRoom(db, () => storePicture(db, fetched, now()));
    if (bytes <= budget) return "left";
    // What came in this round is newer than all that would take its place.
    const freed = await evictPictures(db, budget * (1 - MARGIN), startedAt);
    return bytes - freed <= budget ? "left" : "usedUp";
  } catch (fault) {
    // It is the disk's fault and not the picture's, which is tried again.
    if (isStorageFull(fault)) await changeImage(db, url, { tries: image.tries, wanted: 1 }).catch(unlessFull);
    throw fault;
  }
}

/** What becomes of the row; "unreached" leaves it in the queue. */
async function fetchImage(deps: ImageDeps, image: StoredImage): Promise<StoredImage | "unreached"> {
  const notToBeHad: StoredImage = { ...image, wanted: 0 };
  if (!(await mayShow(deps, image))) return notToBeHad;
  const downloaded = await download(deps, image);
  if (downloaded === "unreached") return downloaded;
  const picture = downloaded && asPicture(downloaded);
  const full = picture && (await deps.shrink(picture, FULL_WIDTH));
  const thumb = picture && (await deps.shrink(picture, THUMB_WIDTH));
  if (!full || !thumb) return notToBeHad;
  const hash = await sha256(downloaded);
  return { ...notToBeHad, hash, full: full.blob, thumb: thumb.blob, width: full.width, height: full.height };
}

/** The browser's permission is for all sources; the reader's word may be narrower. */
async function mayShow({ db, mayFetch, isPrivate }: ImageDeps, { url, feedId }: StoredImage): Promise<boolean> {
  if (isPrivate(url)) return false;
  const feed = await getFeed(db, feedId);
  const own = feed?.pictureHosts === "own" && [feed.url, feed.homeUrl ?? feed.url];
  return (!own || own.some((home) => isSameHost(home, url))) && mayFetch(url);
}

/** A picture is what its first bytes say, never SVG; null also for one that would not fit into memory decoded. */
function asPicture(bytes: Uint8Array<ArrayBuffer>): Blob | null {
  const shape = readPictureShape(bytes);
  if (!shape?.width || !shape.height || shape.width * shape.height > IMAGE_PIXELS) return null;
  return new Blob([bytes], { type: shape.type });
}

/** The bytes, or null for an answer without them: a picture is not worth a word of trouble. */
async function download(
  deps: ImageDeps,
  { url, feedId }: StoredImage,
): Promise<Uint8Array<ArrayBuffer> | "unreached" | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_TIMEOUT_MS);
  const note = noteOf({ url, why: "picture", feedId }, deps.now);
  try {
    const response = await deps.fetch(url, { ...QUIETLY, signal: abort.signal });
    note.answered(response);
    const hasStrayed = response.redirected && strayedTo(deps, url, response.url) !== null;
    const bytes = response.ok && !hasStrayed ? await readCapped(response, IMAGE_BYTES) : null;
    note.read(bytes?.length ?? 0);
    return bytes;
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof DOMException) return "unreached";
    throw fault;
  } finally {
    clearTimeout(timer);
    await noteApart(deps.db, note.taken());
  }
}
