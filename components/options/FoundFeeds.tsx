import type { Candidate } from "../../lib/feed/candidate.ts";
import { t } from "../../lib/i18n.ts";
import type { Choice } from "../../lib/view/follow.ts";
import { shownUrl } from "../../lib/view/sources.ts";
import { Icon } from "../Icon.tsx";

type Props = { choices: Choice[]; onFollow: (candidate: Candidate) => void };

/** The feeds of a site that has several, the best first. */
export function FoundFeeds({ choices, onFollow }: Props) {
  return (
    <ul class="found" aria-label={t("foundFeeds")}>
      {choices.map(({ candidate, isFollowed }) => (
        <li key={candidate.url}>
          <div class="m">
            <h3>
              <bdi>{nameOf(candidate)}</bdi>
            </h3>
            <small title={candidate.url}>{placeOf(candidate)}</small>
          </div>
          {/* Not disabled when it is done with: the focus would be lost. */}
          <button
            class="btn"
            type="button"
            aria-disabled={isFollowed}
            aria-label={t(isFollowed ? "followingNamed" : "followNamed", nameOf(candidate))}
            onClick={() => !isFollowed && onFollow(candidate)}
          >
            <Icon name={isFollowed ? "check" : "plus"} />
            {t(isFollowed ? "followingState" : "follow")}
          </button>
        </li>
      ))}
    </ul>
  );
}

const KIND_NAMES = { releases: "feedReleases", commits: "feedCommits", tags: "feedTags" } as const;
const FORMAT_NAMES = { json: "JSON Feed", rss: "RSS", rdf: "RSS 1.0", atom: "Atom" };

function nameOf({ title, url, kind }: Candidate): string {
  const name = title || shownUrl(url);
  return kind === "articles" || kind === "comments" ? name : t(KIND_NAMES[kind], name);
}

function placeOf({ url, format }: Candidate): string {
  return format === null ? url : `${url} · ${FORMAT_NAMES[format]}`;
}
