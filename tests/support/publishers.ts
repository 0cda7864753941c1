import type { IncomingHttpHeaders } from "node:http";
import { makeItems, makeRss } from "./makers.ts";
import type { Answer } from "./serverAnswer.ts";

/** A hundred publishers of twenty kinds, as servers are: polite, forgetful, overloaded, gone, or lying about validators. */

export type Publisher = {
  kind: string;
  id: string;
  url: string;
  /** Every title that it has listed in an answer that could be read. */
  listed: Set<string>;
  answer: (visit: Visit) => Answer;
};

export type Visit = {
  at: number;
  /** How often this feed was asked before. */
  count: number;
  headers: IncomingHttpHeaders;
};

type Document = { body: string; lastModified: string; titles: string[] };
type Kind = {
  count: number;
  /** Between posts; by default one day, two and four in turn. */
  everyMs?: number;
  /** All of them lie at one host. */
  sharesHost?: true;
  answer: (document: Document, visit: Visit) => Answer;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const WORLD_START = Date.UTC(2025, 5, 1, 12);

const hourOf = (at: number) => new Date(at).getUTCHours();
const dateAtHour = (at: number, hour: number) => new Date(Math.floor(at / DAY) * DAY + hour * HOUR).toUTCString();
const inside = (document: Document, xml: string) => document.body.replace("</channel>", `${xml}</channel>`);
const withTag = ({ body }: Document): Answer => ({ body, etag: true });
const LOGIN = "<!doctype html><title>Sign in to this network</title><form>";

/** Of the hours that the kind "skipHours" names. */
export const SKIPPED = { hours: [0, 1, 2, 3, 4, 5, 6], days: [] };

const kinds: Record<string, Kind> = {
  etag: { count: 12, answer: withTag },
  lastModified: { count: 10, answer: ({ body, lastModified }) => ({ body, lastModified }) },
  both: { count: 8, answer: ({ body, lastModified }) => ({ body, lastModified, etag: true }) },
  noValidators: { count: 8, answer: ({ body }) => ({ body }) },
  sameBody: { count: 5, answer: () => ({ body: makeRss({ items: makeItems(10) }) }) },
  staleEtag: {
    count: 5,
    answer: ({ body }, { headers }) => ({
      ...(headers["if-none-match"] ? { status: 304 } : { body }),
      headers: { etag: '"always this"' },
    }),
  },
  tooMany: {
    count: 5,
    answer: (document, { count }) =>
      count % 10 === 9 ? { status: 429, headers: { "retry-after": "10800" } } : withTag(document),
  },
  tooManyAtOneHost: {
    count: 5,
    sharesHost: true,
    answer: (document, { at }) =>
      hourOf(at) >= 10 && hourOf(at) < 14
        ? { status: 429, headers: { "retry-after": dateAtHour(at, 14), date: new Date(at).toUTCString() } }
        : withTag(document),
  },
  busyAtNight: {
    count: 5,
    answer: (document, { at }) =>
      hourOf(at) >= 2 && hourOf(at) < 6
        ? { status: 503, headers: { "retry-after": dateAtHour(at, 6), date: new Date(at).toUTCString() } }
        : withTag(document),
  },
  failing: { count: 5, answer: (document, { count }) => (count % 3 === 2 ? { status: 500 } : withTag(document)) },
  notFound: { count: 3, answer: () => ({ status: 404 }) },
  gone: {
    count: 3,
    answer: (document, { at }) => (at > WORLD_START + 2 * DAY ? { status: 410 } : withTag(document)),
  },
  nobodyThere: { count: 3, answer: () => ({ status: 500 }) },
  moved: { count: 4, answer: withTag },
  freshForAYear: {
    count: 4,
    answer: (document) => ({ ...withTag(document), headers: { "cache-control": "max-age=31536000" } }),
  },
  ttl: { count: 3, answer: (document) => ({ body: inside(document, "<ttl>180</ttl>"), etag: true }) },
  skipHours: {
    count: 3,
    answer: (document) => {
      const hours = SKIPPED.hours.map((hour) => `<hour>${hour}</hour>`).join("");
      return { body: inside(document, `<skipHours>${hours}</skipHours>`), etag: true };
    },
  },
  fast: { count: 2, everyMs: 2 * HOUR, answer: withTag },
  slow: { count: 5, everyMs: 7 * DAY, answer: withTag },
  loginPage: { count: 2, answer: (document, { count }) => (count % 4 === 3 ? { body: LOGIN } : withTag(document)) },
};

export function makePublishers(): Publisher[] {
  return Object.entries(kinds).flatMap(([kind, { count, ...shape }]) =>
    Array.from({ length: count }, (_, i) => makePublisher(kind, shape, i)),
  );
}

function makePublisher(kind: string, shape: Omit<Kind, "count">, number: number): Publisher {
  const host = shape.sharesHost ? `${kind.toLowerCase()}.example` : `${kind.toLowerCase()}${number}.example`;
  const everyMs = shape.everyMs ?? DAY * 2 ** (number % 3);
  const listed = new Set<string>();
  const answer = (visit: Visit) => {
    const document = documentAt(visit.at, everyMs);
    const given = shape.answer(document, visit);
    const isRead = typeof given.body === "string" && given.body.includes(`<title>${document.titles[0]}</title>`);
    if (isRead) for (const title of document.titles) listed.add(title);
    return given;
  };
  const id = kind === "etag" && number === 0 ? "home" : `${kind}-${number}`;
  return { kind, id, url: `http://${host}/feed${number}`, listed, answer };
}

const LISTED = 10;

/** The ten newest of posts that have been coming at the same pace for ever. */
function documentAt(at: number, everyMs: number): Document {
  const newest = Math.floor(at / everyMs);
  const dateOf = (post: number) => new Date(post * everyMs);
  const items = Array.from({ length: LISTED }, (_, i) => newest - i).map((post) => ({
    title: `Post ${post}`,
    id: `post-${post}`,
    url: null,
    publishedAt: dateOf(post).toISOString(),
  }));
  const lastModified = dateOf(newest).toUTCString();
  return { body: makeRss({ items }), lastModified, titles: items.map((item) => item.title) };
}
