import { sized } from "../../support/whole.ts";
import { readOthers } from "./others.ts";
import { OWN } from "./own.ts";
import { sampleOf } from "./sample.ts";

/** A sample of every family where time is short, else all. */
const part = sized({ short: { share: 0.06, least: 4 }, whole: { share: 1, least: 0 } });

export const own = sampleOf(OWN, part);

const found = readOthers();
if (found === null) console.info("FOLDLINE_CORPUS names no folder with others' payloads: our own alone are tried.");
export const others = sampleOf(found ?? [], part);
