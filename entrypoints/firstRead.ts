import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { currentWindowId } from "../lib/browser/panel.ts";
import { readLook } from "../lib/browser/theme.ts";
import { readFirstPaint, type FirstPaint } from "../lib/db/firstPaint.ts";
import { PAGE_ROWS } from "../lib/view/pageRows.ts";

type FirstRead = [rows: FirstPaint | null, look: Awaited<ReturnType<typeof readLook>>, windowId: number];

declare global {
  /** What popup, panel and tab are drawn from at first. */
  var firstRead: Promise<FirstRead>;
}

/**
 * Stands in the head of those pages as a classic script, so that it runs as soon as it is there: modules wait for one
 * another and for the style sheets. The store answers meanwhile.
 */
export default defineUnlistedScript({
  globalName: "firstRead",
  main: (): Promise<FirstRead> => Promise.all([readRows(), readLook(), currentWindowId()]),
});

/** A store that cannot be read says why once it is opened. */
const readRows = () => readFirstPaint({ scope: "all", count: PAGE_ROWS }).catch(() => null);
