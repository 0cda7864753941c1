/**
 * The home site: the one file a publisher changes. Each value can also be given at build time by an environment
 * variable, so a branded build needs no edit.
 */
export const site = {
  name: import.meta.env.WXT_SITE_NAME || "Foldline News",
  /** The public address of the site. Articles of the bundled edition are addressed under it. */
  homeUrl: asFolder(import.meta.env.WXT_SITE_URL || "https://news.foldline.example/"),
  /** The live feed; without one the bundled edition is read, through the same pipeline. */
  liveFeedUrl: import.meta.env.WXT_SITE_FEED || null,
  /** The tags shown first, in this order; all others follow by their unread count. */
  tagOrder: listed(import.meta.env.WXT_SITE_TAGS || "world, business, science, technology, culture, health"),
  /** Of the mark: its tile, and the back of the folded sheet. */
  colours: { tile: import.meta.env.WXT_SITE_TILE || "#0c5a48", accent: import.meta.env.WXT_SITE_ACCENT || "#9fd3bf" },
};

/** Where the home feed is read from: the live feed, or the bundled edition under the site's public address. */
export const homeFeedUrl: string = site.liveFeedUrl ?? new URL("feed.json", site.homeUrl).href;

/** What the home feed's row begins with. */
export const home = { url: homeFeedUrl, title: site.name, homeUrl: site.homeUrl };

/** With its slash at the end: what begins with it lies below it, and is not another host's. */
function asFolder(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}

function listed(tags: string): string[] {
  return tags.split(",").map((tag) => tag.trim().toLowerCase());
}
