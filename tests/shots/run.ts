import { parseArgs } from "node:util";
import { shootChromium } from "./chromiumShots.ts";
import { makeSheets } from "./sheets.ts";

const FOLDER = ".output/shots";

const { values } = parseArgs({
  options: {
    /** A folder of pictures to set ours beside, name by name. */
    beside: { type: "string" },
    /** The pictures of the last run serve. */
    "sheets-only": { type: "boolean", default: false },
  },
});

const startedAt = performance.now();
if (!values["sheets-only"]) await shootChromium(FOLDER);
if (values.beside !== undefined)
  for (const path of await makeSheets({ folder: FOLDER, beside: values.beside })) console.log(path);
console.log(`Pictures: ${FOLDER}, in ${Math.round((performance.now() - startedAt) / 1000)} s`);
