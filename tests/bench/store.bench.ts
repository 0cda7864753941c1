/** `npm run bench -- --only store`: what storing and listing cost, beside the least that the browser's database takes. */
import { startFeedServer } from "../support/feedServer.ts";
import { makeFeeds } from "./articleFeeds.ts";
import { buildExtension, copyExtension } from "./benchExtension.ts";
import type { Patch } from "./bundleScript.ts";
import { storeWorker } from "./seedProfile.ts";
import { measureLists, measureUnchanged } from "./storeReads.ts";
import { FEEDS, PER_FEED, recordRefresh, type World } from "./storeSample.ts";
import { measureFloor, measureGrowth, measureIngest } from "./storeWrites.ts";
import { benchOf } from "./trial.ts";

export const store = benchOf<World>({
  name: "store",
  title: "Storing and listing",
  open: openWorld,
  trials: {
    ingest: measureIngest,
    floor: measureFloor,
    growth: measureGrowth,
    unchanged: measureUnchanged,
    lists: measureLists,
  },
  close: ({ server }) => server.stop(),
});

async function openWorld(): Promise<World> {
  const server = await startFeedServer();
  const documents = makeFeeds({ feeds: FEEDS, perFeed: PER_FEED, until: Date.now() });
  for (const [i, body] of documents.entries()) {
    const headers = { etag: `"feed-${i}"` };
    server.serve(`/feeds/${i}`, (asked) =>
      asked.headers["if-none-match"] === headers.etag ? { status: 304, headers } : { body, headers },
    );
  }
  const buildDir = await buildExtension();
  const product = copyExtension(buildDir, { name: "store", worker: await storeWorker() });
  const indexless = copyExtension(buildDir, { name: "store-indexless", worker: await storeWorker([WITHOUT_INDEX]) });
  const world = { server, source: { port: server.port, feeds: FEEDS }, buildDir, product, indexless };
  await recordRefresh(world);
  return world;
}

/** No word of an article is taken, and so no segment is written. */
const WITHOUT_INDEX: Patch = {
  file: "lib/db/searchIndex.ts",
  find: "add: (article, text) => segment.add(indexableOf(article, text)),",
  replace: "add: () => undefined,",
};
