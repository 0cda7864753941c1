import type { MORE } from "./moreIcons.ts";
import type { OPTIONS } from "./options/optionIcons.ts";
import type { READING } from "./readingIcons.ts";
import type { TAGS } from "./tags/tagIcons.ts";

/** Line icons on a 24-unit square. An icon beside a word, or on a control that has a name, says nothing of its own. */
export function Icon({ name, class: extra = "" }: { name: IconName; class?: string }) {
  return (
    <svg class={`i ${extra}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

export type IconName =
  keyof typeof FIRST | keyof typeof MORE | keyof typeof OPTIONS | keyof typeof READING | keyof typeof TAGS;

/** Which the popup draws at once. */
const FIRST = {
  check: "m4.5 12.5 5 5L19.5 7",
  checks: "m2.5 12.5 4.5 4.5L15.5 8M12 16l1.2 1L21.5 8",
  later: "M6.5 4h11v16.5L12 16l-5.5 4.5Z",
  panel:
    "M5 4.5h14a2 2 0 0 1 2 2v11a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-11a2 2 0 0 1 2 -2ZM14.5 4.5v15M17 8.5h1.8M17 11.5h1.8",
  refresh: "M20 11a8 8 0 0 0-14.3-4L3.5 9.5M3.5 4.5v5h5M4 13a8 8 0 0 0 14.3 4l2.2-2.5M20.5 19.5v-5h-5",
  settings:
    "M4 7h9.5M18.5 7H20M4 17h1.5M10.5 17H20M13.5 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0ZM5.5 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z",
  star: "m12 3.8 2.55 5.17 5.7.83-4.13 4.02.98 5.68L12 16.82 6.9 19.5l.98-5.68L3.75 9.8l5.7-.83Z",
};

const paths: Partial<Record<IconName, string>> = { ...FIRST };

/** For the others, which other files add on the pages and at the time that they are needed. */
export const addIcons = (more: Partial<Record<IconName, string>>): void => void Object.assign(paths, more);
