import type { Piece } from "../lib/search/snippet.ts";

/** A text with what was searched for marked in it. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ text, isHit }, i) => (isHit ? <mark key={i}>{text}</mark> : text))}</>;
}
