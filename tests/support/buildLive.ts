import { build } from "wxt";

/** Builds the extension for a live home feed, as a publisher would: `jiti buildLive.ts BROWSER FEED_URL OUT_DIR`. */
const [browser, feedUrl, outDir] = process.argv.slice(2);
if (!browser || !feedUrl || !outDir) throw new Error("Say the browser, the feed and the folder");
process.env.WXT_SITE_FEED = feedUrl;
await build({ root: process.cwd(), outDir, browser, manifestVersion: 3 });
