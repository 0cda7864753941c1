import type { Candidate } from "../feed/candidate.ts";
import { choicesOf } from "../feed/choices.ts";
import { readPage } from "../feed/discover.ts";
import { absoluteUrl } from "../feed/url.ts";

/** An address that somebody wants to follow, and the feeds that its page names, where there are several. */
export type Asked = { address: string; candidates: Candidate[] };

/**
 * What another page, or the browser's menu, asks the settings to follow, by the end of their address: see
 * lib/browser/followPlace.ts. Nothing is fetched for it: what a page names was read in the page itself.
 */
export function askedIn(search: string): Asked | null {
  const asked = new URLSearchParams(search);
  const address = absoluteUrl(asked.get("follow"), null);
  if (address === null) return null;
  const candidates = choicesOf(readPage(asked.get("links") ?? "", address).candidates);
  const [only, ...others] = candidates.filter(({ kind }) => kind !== "comments");
  if (only && others.length === 0) return { address: only.url, candidates: [] };
  return { address, candidates: only ? candidates : [] };
}
