import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { attacks } from "./attacks.ts";
import type { FeedServer } from "./feedServer.ts";
import { makeItems, makeJsonFeed, makeRss } from "./makers.ts";
import { makePng } from "./pictures.ts";
import type { Answer } from "./serverAnswer.ts";

/** What is served to cost its reader dear, at `/bomb`. `isSlow`: it keeps one waiting, or costs more than a second. */
export type Bomb = {
  what: string;
  isSlow?: true;
  answer: (origin: string) => Answer;
  beside?: (server: FeedServer) => void;
  /** Which must be asked for as well. */
  picture?: string;
};

const MEGABYTE = 1024 * 1024;

export const bombs: Bomb[] = [
  { what: "gzip, a thousand to one", answer: () => packed("gzip", gzipSync(Buffer.alloc(100 * MEGABYTE))) },
  { what: "brotli, more than that", answer: () => packed("br", brotli(Buffer.alloc(100 * MEGABYTE))) },
  {
    what: "a body that drips for ever",
    isSlow: true,
    answer: () => ({ body: "x".repeat(MEGABYTE), dripBytesPerSecond: 100 }),
  },
  { what: "headers after 25 s", isSlow: true, answer: () => ({ body: "late", headerDelayMs: 25_000 }) },
  { what: "redirects without end", answer: () => ({}), beside: redirectForEver },
  ...[
    ...["a billion laughs", "a quadratic blow-up", "an external entity", "deep nesting", "deep JSON"],
    ...["deep nesting in a description", "Markdown of emphasis", "empty items", "attributes", "plain elements"],
    ...["a body of tags", "a JSON text of 10 MB", "a body of pictures"],
  ].map(attack),
  { what: "a title of 300 KB", answer: () => ({ body: makeRss({ items: [{ title: "word ".repeat(60_000) }] }) }) },
  { what: "nothing but NUL", answer: () => ({ body: Buffer.alloc(9 * MEGABYTE) }) },
  {
    what: "a feed between NULs",
    answer: () => ({ body: `${"\0".repeat(MEGABYTE)}${makeRss({ items: makeItems(2) })}` }),
  },
  { what: "an encoding that it does not have", answer: wronglyEncoded },
  { what: "a line of 100,000 links", answer: () => ({ body: makeJsonFeed({ items: [{ html: links(100_000) }] }) }) },
  picture("a picture of 900 megapixels", "/huge.png", hugePng),
  picture("a picture of 5,000 frames", "/frames.gif", longGif),
];

function attack(what: string): Bomb {
  const found = attacks.find(([name]) => name === what);
  if (!found) throw new Error(`There is no attack “${what}”`);
  return { what, answer: () => ({ body: found[1]() }) };
}

const packed = (encoding: string, body: Buffer): Answer => ({ body, headers: { "content-encoding": encoding } });

const brotli = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

function redirectForEver(server: FeedServer): void {
  let turn = 0;
  server.serve("/bomb", () => ({ redirectTo: `/bomb?${turn++}` }));
}

function wronglyEncoded(): Answer {
  const body = makeRss({ items: makeItems(50) }).replace('encoding="UTF-8"', 'encoding="UTF-16"');
  return {
    body: Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(body)]),
    headers: { "content-type": "text/xml; charset=shift_jis" },
  };
}

const links = (count: number): string =>
  Array.from({ length: count }, (_, i) => `<a href="https://a.example/${i}">${i}</a>`).join(" ");

function picture(what: string, path: string, make: () => Buffer): Bomb {
  return {
    what,
    picture: path,
    answer: (origin) => ({ body: makeJsonFeed({ items: [{ title: what, id: path, imageUrl: `${origin}${path}` }] }) }),
    beside: (server) => server.serve(path, { body: make() }),
  };
}

/** It says so in its header; what follows is small. */
function hugePng(): Buffer {
  const png = makePng(10, 10);
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  return png;
}

function longGif(): Buffer {
  const size = [0x20, 0x03, 0x20, 0x03];
  const head = Buffer.from([...Buffer.from("GIF89a"), ...size, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
  const frame = Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([head, ...Array.from({ length: 5_000 }, () => frame), Buffer.from([0x3b])]);
}
