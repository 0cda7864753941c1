import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { shootChromium } from "./chromiumShots.ts";
import { openDarkroom } from "./darkroom.ts";
import { shootFirefox } from "./firefoxShots.ts";
import { openPlainBrowser } from "./plainBrowser.ts";
import { makeReadmePictures } from "./readmePictures.ts";
import { makeBoard, makeSheets } from "./sheets.ts";

const FOLDER = ".output/shots";

const { values } = parseArgs({
  options: {
    /** A folder of pictures to set ours beside, name by name. */
    beside: { type: "string" },
    /** Writes those of the README out of them. */
    readme: { type: "boolean", default: false },
    /** Takes none: those of the last run serve. */
    again: { type: "boolean", default: false },
  },
});

// Faces differ from machine to machine: see there.
process.env.FONTCONFIG_FILE ??= fileURLToPath(new URL("fonts.conf", import.meta.url));
mkdirSync(FOLDER, { recursive: true });
const startedAt = performance.now();
const plain = await openPlainBrowser();
if (!values.again) {
  const pictureOf = openDarkroom(plain);
  await shootChromium(FOLDER, pictureOf);
  await shootFirefox(FOLDER, pictureOf);
  await makeBoard(plain, FOLDER);
}
if (values.beside !== undefined) console.log((await makeSheets(plain, FOLDER, values.beside)).join("\n"));
if (values.readme) console.log((await makeReadmePictures(plain, FOLDER)).join("\n"));
await plain.close();
console.log(`Pictures: ${FOLDER}, in ${Math.round((performance.now() - startedAt) / 1000)} s`);
