import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { PictureHosts } from "../db/feeds.ts";
import type { Candidate } from "../feed/candidate.ts";
import { canonicalUrl } from "../feed/url.ts";
import type { Feed, Trouble } from "../model.ts";
import { firstAsked, targetOf, type Finding, type Found, type Target } from "../refresh/findFeeds.ts";
import type { Followed, Wished } from "../refresh/followFound.ts";
import type { Preview } from "../refresh/preview.ts";
import type { Asked } from "./asked.ts";
import { readTyped } from "./sources.ts";

/** How following a typed address stands. All but success is a normal state, with a way on. */
export type FollowState =
  | { kind: "idle" | "bad" }
  /** `ready`: another page asked to follow the address; nothing was done yet. */
  | { kind: "ready" | "finding" | "choice" | "none" | "elsewhere"; host: string }
  /** What following would bring, before anything is stored. */
  | { kind: "preview"; found: Found; preview: Preview }
  | { kind: "followed"; title: string }
  /** `insecure`: nobody answered over https, so the question is whether to do without. */
  | { kind: "refused" | "insecure"; target: Target; host: string }
  | { kind: "failed"; trouble: Trouble; target: Target; host: string }
  | { kind: "added"; title: string; isSecure: boolean; isWaiting: boolean };

export type Choice = { candidate: Candidate; isFollowed: boolean };

export type Follow = {
  /** What another page asked to follow; empty where none did. */
  address: string;
  state: ReadonlySignal<FollowState>;
  /** The feeds to choose from; they stay while some of them are followed. */
  choices: ReadonlySignal<Choice[]>;
  /** These must be called first thing in the click: the browser asks the person. */
  submit: (typed: string) => Promise<void>;
  choose: (candidate: Candidate) => Promise<void>;
  /** Follows what the preview shows; null where its pictures leave nothing to choose. */
  accept: (pictureHosts: PictureHosts | null) => Promise<void>;
  allow: () => Promise<void>;
  tryAgain: () => Promise<void>;
  dismiss: () => void;
};

export type FollowDeps = {
  asked: Asked | null;
  feeds: ReadonlySignal<Feed[] | null>;
  askToFetch: (url: string) => Promise<boolean>;
  askToFetchAll: (urls: string[]) => Promise<boolean>;
  isPrivate: (url: string) => boolean;
  find: (target: Target) => Promise<Finding>;
  preview: (found: Found) => Preview;
  follow: (wished: Wished) => Promise<Followed>;
  /** Brings the pictures of what was followed. */
  refreshNow: (feedId: string) => Promise<void>;
};

export function createFollow(deps: FollowDeps): Follow {
  const state = signal(beginning(deps.asked));
  const candidates = signal(deps.asked?.candidates ?? []);
  /** Grows with each address: what an older search brings is dropped. */
  let turn = 0;

  async function search(target: Target): Promise<void> {
    const mine = ++turn;
    const first = firstAsked(target);
    // An address in a private network is not asked for, whoever would allow it.
    const isAllowed = deps.isPrivate(first) || (await deps.askToFetch(first));
    if (mine !== turn) return;
    state.value = isAllowed
      ? { kind: "finding", host: hostOf(target) }
      : { kind: "refused", target, host: new URL(first).hostname };
    const finding = isAllowed ? await deps.find(target) : null;
    if (mine !== turn || !finding) return;
    if (finding.kind === "choice") candidates.value = finding.candidates;
    state.value = finding.kind === "found" ? shown(finding.found) : told(finding, target);
  }

  /** An address may lead to a feed that is followed already under its own. */
  function shown(found: Found): FollowState {
    if (presentAt(found.url, deps.feeds.peek())) return { kind: "followed", title: titleOf(found.url) };
    return { kind: "preview", found, preview: deps.preview(found) };
  }

  async function accept(pictureHosts: PictureHosts | null): Promise<void> {
    const previewed = state.peek();
    if (previewed.kind !== "preview") return;
    const { found, preview } = previewed;
    const mine = ++turn;
    const isAllowed = pictureHosts !== "any" || (await deps.askToFetchAll(preview.pictureUrls));
    if (mine !== turn) return;
    // Refused, the source is wanted all the same.
    state.value = await add({ found, pictureHosts: isAllowed ? pictureHosts : "own" });
  }

  async function add(wished: Wished): Promise<FollowState> {
    const { found } = wished;
    const { id, isNew } = await deps.follow(wished);
    if (!isNew) return { kind: "followed", title: titleOf(found.url) };
    void deps.refreshNow(id);
    const isSecure = found.url.startsWith("https:");
    return { kind: "added", title: found.title, isSecure, isWaiting: found.outcome.kind === "failed" };
  }

  function told(finding: Exclude<Finding, { kind: "found" }>, target: Target): FollowState {
    switch (finding.kind) {
      case "choice":
        return { kind: "choice", host: hostOf(target) };
      case "followed":
        return { kind: "followed", title: titleOf(finding.url) };
      case "noPermission":
        return unallowed(finding.target);
      case "none":
      case "elsewhere":
        return finding;
      case "failed":
        return { ...finding, target, host: finding.trouble.host ?? hostOf(target) };
    }
  }

  const titleOf = (url: string): string => presentAt(url, deps.feeds.peek())?.title ?? new URL(url).hostname;

  function dismiss(): void {
    turn++;
    state.value = { kind: "idle" };
    candidates.value = [];
  }

  return {
    address: deps.asked?.address ?? "",
    state,
    choices: computed(() =>
      candidates.value.map((candidate) => ({
        candidate,
        isFollowed: presentAt(candidate.url, deps.feeds.value) !== null,
      })),
    ),
    submit: async (typed) => {
      const read = readTyped(typed, deps.feeds.peek() ?? []);
      candidates.value = [];
      if (read.kind === "new") return search({ urls: read.urls, candidate: null });
      turn++;
      state.value = read;
    },
    choose: (candidate) => search(targetOf(candidate)),
    accept,
    allow: () => again(["refused", "insecure"]),
    tryAgain: () => again(["failed"]),
    dismiss,
  };

  async function again(kinds: FollowState["kind"][]): Promise<void> {
    const stopped = state.peek();
    if (kinds.includes(stopped.kind) && "target" in stopped) await search(stopped.target);
  }
}

function beginning(asked: Asked | null): FollowState {
  if (asked === null) return { kind: "idle" };
  return { kind: asked.candidates.length > 0 ? "choice" : "ready", host: new URL(asked.address).hostname };
}

function unallowed(target: Target): FollowState {
  const host = hostOf(target);
  return { kind: target.urls[0]?.startsWith("https:") ? "refused" : "insecure", target, host };
}

const hostOf = ({ urls: [url = ""] }: Target): string => new URL(url).hostname;

/** The followed source of an address, however it is spelled. */
export const presentAt = (url: string, feeds: Feed[] | null): Feed | null =>
  feeds?.find((feed) => canonicalUrl(feed.url) === canonicalUrl(url)) ?? null;
