import { build } from "wxt";

/** Builds the extension for a live home feed, as a publisher would: `jiti buildLive.ts BROWSER FEED_URL OUT_DIR`. */
const [browser = "chrome", feedUrl, outDir = ".output/live"] = process.argv.slice(2);
process.env.WXT_SITE_FEED = feedUrl;
await build({ root: process.cwd(), outDir, browser, manifestVersion: 3 });
