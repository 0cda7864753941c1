/** Line drawings of a sheet with one accent: soft ground, ink lines, accent lines. */
export function Illustration({ name }: { name: IllustrationName }) {
  const { ground, lines, accent } = drawings[name];
  return (
    <svg class="ill" viewBox="0 0 88 66" aria-hidden="true">
      <path class="f" d={ground} />
      <path d={lines} />
      <path class="a" d={accent} />
    </svg>
  );
}

export type IllustrationName = "allRead" | "starred" | "later" | "offline" | "failed" | "noResults";

type Drawing = { ground: string; lines: string; accent: string };

const GROUND = "M18 14h44v42H18Z";

const drawings: Record<IllustrationName, Drawing> = {
  allRead: {
    ground: "M22 16h44v40H22Z",
    lines: "M30 10h38v46a6 6 0 0 1-6 6H26a6 6 0 0 1-6-6V22h10ZM30 10v46a5 5 0 0 1-10 0M37 19h24M37 27h24M37 35h15",
    accent: "m50 46 5 5 11-12",
  },
  starred: {
    ground: GROUND,
    lines: "M24 8h40v46H24ZM31 40h26M31 47h16",
    accent: "m44 14 3.4 6.9 7.6 1.1-5.5 5.4 1.3 7.6-6.8-3.6-6.8 3.6 1.3-7.6-5.5-5.4 7.6-1.1Z",
  },
  later: {
    ground: GROUND,
    lines: "M24 8h40v46H24ZM31 17h14M31 25h12M31 33h26M31 41h26",
    accent: "M50 8h9v18l-4.5-4-4.5 4Z",
  },
  offline: {
    ground: GROUND,
    lines: "M24 8h40v46H24ZM31 17h26",
    accent: "M32 33a18 18 0 0 1 24 0M37 39a10.5 10.5 0 0 1 14 0M44 46h.01M32 26l24 24",
  },
  failed: {
    ground: GROUND,
    lines: "M24 8h40v18l-6 5 6 5v18H24V36l6-5-6-5ZM31 16h26M31 46h26",
    accent: "M44 24v9M44 38h.01",
  },
  noResults: {
    ground: "M18 14h40v42H18Z",
    lines: "M24 8h40v30M24 8v46h22M31 17h26M31 25h26M31 33h14",
    accent: "M48 46a10 10 0 1 0 20 0a10 10 0 1 0 -20 0ZM65.5 53.5l7.5 7.5",
  },
};
