import type { Candidate } from "./candidate.ts";

/**
 * Of one publication in several formats the first is offered. Pages name them alike but for the format: "News (RSS)"
 * and "News (Atom)".
 */
export function choicesOf(candidates: Candidate[]): Candidate[] {
  return candidates.filter((candidate, at) => {
    const isTwin = (other: Candidate) =>
      other.format !== candidate.format && other.kind === candidate.kind && nameOf(other) === nameOf(candidate);
    return !candidates.slice(0, at).some(isTwin);
  });
}

function nameOf({ title }: Candidate): string {
  const words = title.toLowerCase().replace(/\b(rss|atom|json|rdf|xml|feed|[012]\.\d+)\b/g, "");
  return words.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
