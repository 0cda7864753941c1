import type { FeedServer } from "../support/feedServer.ts";
import type { Answer } from "../support/serverAnswer.ts";
import { makeJsonFeed, makeRss, type MadeItem } from "../support/makers.ts";
import { NOW } from "./clockedBuild.ts";
import type { Drawing } from "./drawings.ts";
import { leadText } from "./leadText.ts";

export type SampleSource = { name: string; path: string; title: string; articles: SampleArticle[] };

export type SampleArticle = {
  title: string;
  summary: string;
  tag: string;
  /** A day alone, or so many minutes ago. */
  when: string | number;
  picture?: Drawing;
  html?: string;
  flags: ("read" | "starred" | "later")[];
};

const TODAY = "2024-07-03";
const YESTERDAY = "2024-07-02";
const MONDAY = "2024-07-01";
const HOUR = 60;
const DAY = 24 * HOUR;

export const home: SampleSource = {
  name: "home",
  path: "/feed.json",
  title: "Foldline News",
  articles: [
    {
      title: "Seven Valleys Share One Timetable for Night Trains",
      summary:
        "Sleeper coaches will cross four passes without a change from next spring, and every station will keep a lit waiting room until the last one has left.",
      tag: "World",
      when: 34,
      picture: "pass",
      html: leadText,
      flags: [],
    },
    {
      title: "Lake Cores Reveal Nine Centuries of Unbroken Winters",
      summary: "Dark bands of still water mark each freeze, and give weather records a start before paper.",
      tag: "Science",
      when: TODAY,
      picture: "strata",
      flags: [],
    },
    {
      title: "Towns Test Cooler Benches for the Hottest Afternoons",
      summary: "Awnings, pale stone and a row of limes bring a seat in the sun down by eleven degrees.",
      tag: "Health",
      when: TODAY,
      picture: "street",
      flags: ["read"],
    },
    {
      title: "The Last Hand-Painted Tram Map Goes Back on Its Wall",
      summary: "Conservators matched four line colours to paint scraped from a depot door.",
      tag: "Culture",
      when: TODAY,
      picture: "tramMap",
      flags: ["read", "starred"],
    },
    {
      title: "Five Harbours Share One Pilot Service for the Storm Season",
      summary: "A single roster sends the nearest boat, whichever flag the waiting ship flies.",
      tag: "World",
      when: YESTERDAY,
      picture: "lighthouse",
      flags: [],
    },
    {
      title: "A Choir of Bell Ringers Records Its Tower Before the Move",
      summary: "Sixty hours of tape keep the sound of a belfry that will stand elsewhere by autumn.",
      tag: "Culture",
      when: YESTERDAY,
      picture: "bells",
      flags: ["starred"],
    },
    {
      title: "Border Markets Reopen Under a Single Set of Scales",
      summary: "Traders on both banks now weigh, price and pay by the same book.",
      tag: "World",
      when: YESTERDAY,
      flags: [],
    },
    {
      title: "Night Nurses Design a Ward That Knows the Hour",
      summary: "Lamps follow the sun, alarms whisper, and patients sleep an hour longer.",
      tag: "Health",
      when: MONDAY,
      flags: ["read"],
    },
    {
      title: "Library Scanners Read Scorched Letters Without Unfolding Them",
      summary: "A slow pass of soft light tells ink from ash, one layer at a time.",
      tag: "Technology",
      when: MONDAY,
      picture: "band",
      flags: ["read"],
    },
  ],
};

export const others: SampleSource[] = [
  {
    name: "a",
    path: "/tidewater.xml",
    title: "Tidewater Post",
    articles: [
      {
        title: "Grain Barges Return as the Canal Opens Its Locks Early",
        summary: "Rates fall for the third week running, though the sluice at the river mouth stays narrow.",
        tag: "Business",
        when: 2 * HOUR,
        picture: "barges",
        flags: [],
      },
      {
        title: "A Bakers' Cooperative Buys the Mill That Feeds It",
        summary: "Forty shops pay for the stones in flour, a sack a month each.",
        tag: "Business",
        when: DAY + HOUR,
        flags: ["read"],
      },
    ],
  },
  {
    name: "b",
    path: "/circuits.xml",
    title: "Plain Circuits",
    articles: [
      {
        title: "A Pocket Radio Learns to Leave the Crowded Channels",
        summary: "Listening first and speaking second, it needs a tenth of the power of its elders.",
        tag: "Technology",
        when: 5 * HOUR,
        picture: "band",
        flags: ["later"],
      },
      {
        title: "Old Phones Find Second Work as Village Weather Posts",
        summary: "Taped under the eaves, they count rain by the sound of it.",
        tag: "Technology",
        when: DAY + 2 * HOUR,
        flags: ["read"],
      },
    ],
  },
  {
    name: "c",
    path: "/lamp-room.xml",
    title: "The Lamp Room",
    articles: [
      {
        title: "Moths Steer by the Dark Between the Stars",
        summary: "Under a painted sky they turned with the gaps and not with the lights.",
        tag: "Science",
        when: DAY - HOUR,
        picture: "moths",
        flags: [],
      },
    ],
  },
];

export type PictureOf = (drawing: Drawing) => Promise<Buffer>;

export function serveNews(server: FeedServer, pictureOf: PictureOf): void {
  for (const source of [home, ...others]) server.serve(source.path, documentOf(server, source));
  for (const { picture } of [home, ...others].flatMap(({ articles }) => articles)) {
    if (picture === undefined) continue;
    server.serve(picturePath(picture), async () => ({
      body: await pictureOf(picture),
      headers: { "content-type": "image/png" },
    }));
  }
}

const picturePath = (picture: Drawing): string => `/pictures/${picture}.png`;

export function documentOf(server: FeedServer, { name, title, articles }: SampleSource): Answer {
  const homeUrl = `${server.origin(name)}/`;
  const items = articles.map((article) => itemOf(server.origin(name), article));
  // Only JSON Feed lets a date be a day.
  const body = name === "home" ? makeJsonFeed({ title, homeUrl, items }) : makeRss({ title, homeUrl, items });
  return { body, etag: true };
}

function itemOf(origin: string, { title, summary, tag, when, picture, html }: SampleArticle): MadeItem {
  return {
    title,
    summary,
    tags: [tag],
    publishedAt: typeof when === "string" ? when : new Date(NOW - when * 60_000).toISOString(),
    html: html ?? `<p>${summary}</p><p>${"The full report follows in the evening edition. ".repeat(4)}</p>`,
    ...(picture !== undefined && { imageUrl: `${origin}${picturePath(picture)}` }),
  };
}
