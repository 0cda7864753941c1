import type { Candidate } from "./candidate.ts";

/**
 * The feeds of an address whose site is known, without asking it: many of these sites hide their feeds, or answer
 * robots only where the feeds lie. Best first; none for pages of theirs that have no feed, and for feeds themselves.
 */
export function knownFeeds(address: string): Candidate[] {
  const url = new URL(address);
  if (/\.(rss|atom|xml)$/i.test(url.pathname)) return [];
  const parts = url.pathname.split("/").filter((part) => part !== "");
  const site = SITES.find(({ host }) => host.test(url.hostname));
  const found = site ? site.feeds({ url, parts }) : mastodon({ url, parts });
  return found.map((each) => {
    const { path, ...rest } = typeof each === "string" ? { path: each } : each;
    return { url: new URL(path, url).href, title: "", format: null, kind: "articles", ...rest };
  });
}

type Place = { url: URL; parts: string[] };
type Found = string | { path: string; kind?: Candidate["kind"]; title?: string };
type Site = { host: RegExp; feeds: (place: Place) => Found[] };

/** A handle and a name of one's own (`/@name`, `/c/name`) are known to the channel's page only. */
function youtube({ url, parts: [first, second] }: Place): Found[] {
  const feed = (query: string) => [`https://www.youtube.com/feeds/videos.xml?${query}`];
  const list = url.searchParams.get("list");
  if (first === "channel" && second) return feed(`channel_id=${second}`);
  if (first === "user" && second) return feed(`user=${second}`);
  // Lists by other names (mixes, "watch later") are one person's own.
  return first === "playlist" && list?.startsWith("PL") ? feed(`playlist_id=${list}`) : [];
}

function github({ parts: [owner, name, section, ...rest] }: Place): Found[] {
  if (!owner || GITHUB_PAGES.has(owner)) return [];
  if (!name) return [`/${owner}.atom`];
  const project = `/${owner}/${name}`;
  const releases = { path: `${project}/releases.atom`, kind: "releases", title: `${owner}/${name}` } as const;
  const tags = { path: `${project}/tags.atom`, kind: "tags", title: `${owner}/${name}` } as const;
  const branch =
    (section === "commits" || section === "tree") && rest.length > 0 ? `commits/${rest.join("/")}` : "commits";
  const commits = { path: `${project}/${branch}.atom`, kind: "commits", title: `${owner}/${name}` } as const;
  if (section === "releases") return [releases];
  if (section === "tags") return [tags];
  if (section === "commits" || section === "tree") return [commits];
  if (section === "discussions") return [`${project}/discussions.atom`];
  return section === undefined ? [releases, commits, tags] : [];
}

function reddit({ parts }: Place): Found[] {
  const [first, second] = parts;
  if (first === undefined) return ["/.rss"];
  if (first === "u") return second ? [`/user/${second}/.rss`] : [];
  return second && (first === "r" || first === "user") ? [`/${parts.join("/")}/.rss`] : [];
}

function medium({ url, parts: [first, second] }: Place): Found[] {
  if (!/^(www\.)?medium\.com$/.test(url.hostname)) return ["/feed"];
  if (first === "tag") return second ? [`/feed/tag/${second}`] : [];
  return first && !MEDIUM_PAGES.has(first) ? [`/feed/${first}`] : [];
}

function substack({ url, parts: [first, second] }: Place): Found[] {
  if (!/^((www|open)\.)?substack\.com$/.test(url.hostname)) return ["/feed"];
  return first === "pub" && second ? [`https://${second}.substack.com/feed`] : [];
}

function wordpress({ parts: [first, second] }: Place): Found[] {
  const isList = first === "category" || first === "tag" || first === "author";
  return [isList && second ? `/${first}/${second}/feed/` : "/feed/"];
}

function tumblr({ url, parts: [first, second] }: Place): Found[] {
  if (/^(www\.)?tumblr\.com$/.test(url.hostname)) {
    return first && !TUMBLR_PAGES.has(first) ? [`https://${first}.tumblr.com/rss`] : [];
  }
  return [first === "tagged" && second ? `/tagged/${second}/rss` : "/rss"];
}

function blogger({ parts: [first, second, label] }: Place): Found[] {
  return [
    first === "search" && second === "label" && label ? `/feeds/posts/default/-/${label}` : "/feeds/posts/default",
  ];
}

function bluesky({ parts: [first, handle] }: Place): Found[] {
  return first === "profile" && handle ? [`/profile/${handle}/rss`] : [];
}

function lobsters({ parts: [first, tag] }: Place): Found[] {
  if (first === "t" && tag) return [`/t/${tag}.rss`];
  return first === undefined ? ["/rss"] : [];
}

/** Any server may be one: the shape of the address tells. `/@name@other.example` is a copy; the feed is with the other. */
function mastodon({ parts }: Place): Found[] {
  const [, name, host] = /^@([\w.-]+)(?:@([\w-]+(?:\.[\w-]+)+))?$/.exec(parts[0] ?? "") ?? [];
  if (name === undefined || parts.length > 1) return [];
  return [host === undefined ? `/@${name}.rss` : `https://${host}/@${name}.rss`];
}

const SITES: Site[] = [
  { host: /^((www|m|music)\.)?youtube\.com$/, feeds: youtube },
  { host: /^(www\.)?github\.com$/, feeds: github },
  { host: /^((www|old|new)\.)?reddit\.com$/, feeds: reddit },
  { host: /(^|\.)medium\.com$/, feeds: medium },
  { host: /(^|\.)substack\.com$/, feeds: substack },
  { host: /\.wordpress\.com$/, feeds: wordpress },
  { host: /(^|\.)tumblr\.com$/, feeds: tumblr },
  { host: /\.blogspot\.(com?\.)?[a-z]{2,3}$/, feeds: blogger },
  { host: /^bsky\.app$/, feeds: bluesky },
  { host: /^lobste\.rs$/, feeds: lobsters },
  {
    host: /^news\.ycombinator\.com$/,
    feeds: ({ parts }) => (parts.length === 0 || parts[0] === "news" ? ["/rss"] : []),
  },
  // Their `/@name` is no Mastodon account, and none has a feed.
  { host: /^(www\.)?(tiktok\.com|threads\.(net|com)|x\.com|twitter\.com|instagram\.com)$/, feeds: () => [] },
];

const names = (list: string) => new Set(list.split(" "));
const GITHUB_PAGES = names(
  "about apps codespaces collections customer-stories dashboard enterprise events explore features issues login logout " +
    "marketplace new notifications orgs organizations pricing pulls search security settings signup site sponsors " +
    "stars team topics trending",
);
const MEDIUM_PAGES = names("about creators feed jobs-at-medium m me membership plans search");
const TUMBLR_PAGES = names("about blog dashboard explore login register search settings tagged");
