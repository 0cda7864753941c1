import type { BrowserKind } from "../support/browser.ts";
import { sized } from "../support/whole.ts";

/**
 * How many of others' payloads ran (`alert` and the like were called), and of how many a policy that only reports had
 * something to say, in a page without any layer: in Chromium 156 and Firefox 153, November 2026, of all (`whole`) and of
 * the sample (`short`). The control test prints the same figures; payloads count once, whichever sink they ran in.
 */
export type Measured = Record<string, { of: number; ran: number; reported: number }>;

const WHOLE: Record<BrowserKind, Measured> = {
  chromium: {
    "dompurify-expect": { of: 122, ran: 36, reported: 47 },
    "dompurify-suite": { of: 245, ran: 27, reported: 34 },
    miniflux: { of: 260, ran: 2, reported: 7 },
    feedparser: { of: 229, ran: 0, reported: 28 },
    "own-html5sec": { of: 77, ran: 24, reported: 26 },
    "own-markdown": { of: 29, ran: 10, reported: 10 },
  },
  firefox: {
    "dompurify-expect": { of: 122, ran: 36, reported: 45 },
    "dompurify-suite": { of: 245, ran: 27, reported: 33 },
    miniflux: { of: 260, ran: 2, reported: 7 },
    feedparser: { of: 229, ran: 0, reported: 28 },
    "own-html5sec": { of: 77, ran: 24, reported: 26 },
    "own-markdown": { of: 29, ran: 10, reported: 10 },
  },
};

const SAMPLE: Measured = {
  "dompurify-expect": { of: 8, ran: 2, reported: 2 },
  "dompurify-suite": { of: 15, ran: 1, reported: 2 },
  miniflux: { of: 16, ran: 0, reported: 0 },
  feedparser: { of: 14, ran: 0, reported: 1 },
  "own-html5sec": { of: 5, ran: 1, reported: 1 },
  "own-markdown": { of: 4, ran: 1, reported: 1 },
};
const SHORT: Record<BrowserKind, Measured> = { chromium: SAMPLE, firefox: SAMPLE };

export const measured = (kind: BrowserKind): Measured => sized({ short: SHORT, whole: WHOLE })[kind];

/** Below this share of what was measured, a detector sees too little to be believed. */
export const BELIEVABLE = 0.8;
