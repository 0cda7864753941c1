import { expect, test } from "vitest";
import { knownFeeds } from "../../../lib/feed/knownSites.ts";

const CHANNEL = "UC_x5XG1OV2P6uZZ5FSM9Ttw";
const VIDEOS = "https://www.youtube.com/feeds/videos.xml";

test.each([
  [`https://www.youtube.com/channel/${CHANNEL}`, [`${VIDEOS}?channel_id=${CHANNEL}`]],
  [`https://youtube.com/channel/${CHANNEL}/videos`, [`${VIDEOS}?channel_id=${CHANNEL}`]],
  [`https://m.youtube.com/channel/${CHANNEL}`, [`${VIDEOS}?channel_id=${CHANNEL}`]],
  ["https://www.youtube.com/user/oldname", [`${VIDEOS}?user=oldname`]],
  ["https://www.youtube.com/playlist?list=PL590L5WQmH8f", [`${VIDEOS}?playlist_id=PL590L5WQmH8f`]],
  ["https://www.youtube.com/playlist?list=WL", []],
  ["https://www.youtube.com/@handle", []],
  ["https://www.youtube.com/watch?v=abc", []],
  [`${VIDEOS}?channel_id=${CHANNEL}`, []],

  ["https://mastodon.social/@Gargron", ["https://mastodon.social/@Gargron.rss"]],
  ["https://small.example/@some.one/", ["https://small.example/@some.one.rss"]],
  ["https://mastodon.social/@a@other.example", ["https://other.example/@a.rss"]],
  ["https://mastodon.social/@a/113", []],
  ["https://mastodon.social/@a.rss", []],
  ["https://www.tiktok.com/@someone", []],
  ["https://www.threads.net/@someone", []],

  ["https://github.com/denoland", ["https://github.com/denoland.atom"]],
  [
    "https://github.com/denoland/deno",
    [
      "https://github.com/denoland/deno/releases.atom",
      "https://github.com/denoland/deno/commits.atom",
      "https://github.com/denoland/deno/tags.atom",
    ],
  ],
  ["https://github.com/denoland/deno/releases", ["https://github.com/denoland/deno/releases.atom"]],
  ["https://github.com/denoland/deno/releases/tag/v2", ["https://github.com/denoland/deno/releases.atom"]],
  ["https://github.com/denoland/deno/tags", ["https://github.com/denoland/deno/tags.atom"]],
  ["https://github.com/denoland/deno/commits", ["https://github.com/denoland/deno/commits.atom"]],
  ["https://github.com/denoland/deno/commits/v1.x/", ["https://github.com/denoland/deno/commits/v1.x.atom"]],
  ["https://github.com/denoland/deno/tree/fix/a-b", ["https://github.com/denoland/deno/commits/fix/a-b.atom"]],
  ["https://github.com/denoland/deno/discussions", ["https://github.com/denoland/deno/discussions.atom"]],
  ["https://github.com/denoland/deno/issues", []],
  ["https://github.com/denoland/deno/releases.atom", []],
  ["https://github.com/features", []],
  ["https://github.com/", []],

  ["https://www.reddit.com/r/rss", ["https://www.reddit.com/r/rss/.rss"]],
  ["https://old.reddit.com/r/rss/new/", ["https://old.reddit.com/r/rss/new/.rss"]],
  ["https://www.reddit.com/r/rss/comments/1a/title/", ["https://www.reddit.com/r/rss/comments/1a/title/.rss"]],
  ["https://www.reddit.com/user/spez/", ["https://www.reddit.com/user/spez/.rss"]],
  ["https://www.reddit.com/u/spez", ["https://www.reddit.com/user/spez/.rss"]],
  ["https://www.reddit.com/r/rss/.rss", []],
  ["https://reddit.com/", ["https://reddit.com/.rss"]],
  ["https://www.reddit.com/settings", []],

  ["https://name.substack.com/", ["https://name.substack.com/feed"]],
  ["https://name.substack.com/p/a-post?utm_source=x", ["https://name.substack.com/feed"]],
  ["https://open.substack.com/pub/name/p/a-post", ["https://name.substack.com/feed"]],
  ["https://substack.com/@name", []],

  ["https://medium.com/@name", ["https://medium.com/feed/@name"]],
  ["https://medium.com/@name/a-story-1a2b", ["https://medium.com/feed/@name"]],
  ["https://medium.com/a-publication", ["https://medium.com/feed/a-publication"]],
  ["https://medium.com/tag/design", ["https://medium.com/feed/tag/design"]],
  ["https://name.medium.com/about", ["https://name.medium.com/feed"]],
  ["https://medium.com/feed/@name", []],
  ["https://medium.com/", []],

  ["https://name.wordpress.com/2024/01/post/", ["https://name.wordpress.com/feed/"]],
  ["https://name.wordpress.com/category/rail/", ["https://name.wordpress.com/category/rail/feed/"]],
  ["https://name.tumblr.com/", ["https://name.tumblr.com/rss"]],
  ["https://name.tumblr.com/tagged/cats", ["https://name.tumblr.com/tagged/cats/rss"]],
  ["https://www.tumblr.com/name/123/slug", ["https://name.tumblr.com/rss"]],
  ["https://www.tumblr.com/dashboard", []],
  ["https://name.blogspot.com/2024/01/post.html", ["https://name.blogspot.com/feeds/posts/default"]],
  ["https://name.blogspot.co.uk/", ["https://name.blogspot.co.uk/feeds/posts/default"]],
  ["https://name.blogspot.com/search/label/rail", ["https://name.blogspot.com/feeds/posts/default/-/rail"]],
  ["https://bsky.app/profile/name.bsky.social", ["https://bsky.app/profile/name.bsky.social/rss"]],
  ["https://bsky.app/profile/did:plc:abc", ["https://bsky.app/profile/did:plc:abc/rss"]],
  ["https://lobste.rs/", ["https://lobste.rs/rss"]],
  ["https://lobste.rs/t/rust", ["https://lobste.rs/t/rust.rss"]],
  ["https://news.ycombinator.com/", ["https://news.ycombinator.com/rss"]],

  ["https://news.example/", []],
  ["https://notgithub.com/a/b", []],
  ["https://github.com.evil.example/a/b", []],
])("%s has the feeds %j", (address, urls) => {
  expect(knownFeeds(address).map((candidate) => candidate.url)).toEqual(urls);
});

test("a project's lists are told apart", () => {
  expect(knownFeeds("https://github.com/denoland/deno").map(({ kind, title }) => [kind, title])).toEqual([
    ["releases", "denoland/deno"],
    ["commits", "denoland/deno"],
    ["tags", "denoland/deno"],
  ]);
});
