import { site } from "../lib/site.ts";

/** A sheet folded on its vertical line. */
export function Mark() {
  const { tile, accent } = site.colours;
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="8" fill={tile} />
      <path d="M20 8.5 9 13v23l11 3.5Z" fill={accent} />
      <path d="M20 8.5h19v31H20Z" fill="#fff" />
      <path d="M24 13.5h11V19H24Z" fill={tile} />
      <path d="M24 23h11v2H24Zm0 4.75h11v2H24Zm0 4.75h7v2h-7Z" fill={tile} opacity=".62" />
      <path d="m16.7 15-4.7 1.9v2.3l4.7-1.9Z" fill={tile} opacity=".5" />
    </svg>
  );
}
