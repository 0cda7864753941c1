import { readSettings } from "../../lib/browser/settings.ts";
import { readFirstPaint } from "../../lib/db/firstPaint.ts";
import { PAGE_ROWS } from "../../lib/view/pageRows.ts";

// A store that cannot be read says why once it is opened.
const rows = readFirstPaint({ scope: "all", count: PAGE_ROWS }).catch(() => null);

/** Asked before the page's other scripts run, so that the store answers meanwhile. */
export const firstRead = Promise.all([rows, readSettings()]);
