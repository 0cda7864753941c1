/** Line icons on a 24-unit square. An icon beside a word, or on a control that has a name, says nothing of its own. */
export function Icon({ name, class: extra = "" }: { name: IconName; class?: string }) {
  return (
    <svg class={`i ${extra}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

export type IconName = keyof typeof paths;

const paths = {
  about: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0ZM12 11.5v4.5M12 8h.01",
  arrowUp: "M12 19V5.5M6.5 11 12 5.5 17.5 11",
  back: "M19.5 12h-15M10.5 5.5 4 12l6.5 6.5",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.5 1h-15ZM10 20.5h4",
  check: "m4.5 12.5 5 5L19.5 7",
  checks: "m2.5 12.5 4.5 4.5L15.5 8M12 16l1.2 1L21.5 8",
  close: "m6 6 12 12M18 6 6 18",
  disk: "M4.5 6.5a7.5 3 0 1 0 15 0a7.5 3 0 1 0 -15 0ZM4.5 6.5v11c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-11M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3",
  down: "m6 9.5 6 6 6-6",
  export: "M12 15V3.5M7.5 8 12 3.5 16.5 8M4 19.5h16",
  external: "M13.5 4.5h6v6M19 5l-8.5 8.5M9.5 5.5h-5v14h14v-5",
  feed: "M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14M4.7 18a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0Z",
  help: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0ZM9.6 9.6a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3 1-1.3 1.9M12 16.6h.01",
  import: "M12 3.5V15M7.5 10.5 12 15l4.5-4.5M4 19.5h16",
  inbox: "M4 13.5 6.5 5h11L20 13.5v6H4ZM4 13.5h5c.3 1.8 1.4 2.7 3 2.7s2.7-.9 3-2.7h5",
  later: "M6.5 4h11v16.5L12 16l-5.5 4.5Z",
  minus: "M5 12h14",
  offline:
    "M3.5 3.5l17 17M2.5 9.5A15 15 0 0 1 8 6.3M12 5.5c3.6 0 7 1.5 9.5 4M6 13.2a9 9 0 0 1 4.3-2.3M14.5 11.2a9 9 0 0 1 3.5 2M9.3 16.6a4 4 0 0 1 5.4 0M12 19.8h.01",
  panel:
    "M5 4.5h14a2 2 0 0 1 2 2v11a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-11a2 2 0 0 1 2 -2ZM14.5 4.5v15M17 8.5h1.8M17 11.5h1.8",
  plus: "M12 5v14M5 12h14",
  refresh: "M20 11a8 8 0 0 0-14.3-4L3.5 9.5M3.5 4.5v5h5M4 13a8 8 0 0 0 14.3 4l2.2-2.5M20.5 19.5v-5h-5",
  search: "M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0 -12 0ZM15 15l5 5",
  settings:
    "M4 7h9.5M18.5 7H20M4 17h1.5M10.5 17H20M13.5 7a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0ZM5.5 17a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z",
  star: "m12 3.8 2.55 5.17 5.7.83-4.13 4.02.98 5.68L12 16.82 6.9 19.5l.98-5.68L3.75 9.8l5.7-.83Z",
  tab: "M14 4.5h5.5V10M19 5l-6.2 6.2M10 19.5H4.5V14M5 19l6.2-6.2",
  text: "M4 19 9.5 5 15 19M6 14.5h7M16.5 19v-6.5M16.5 15.5c0-2 4-2.2 4 .3V19",
  up: "m6 14.5 6-6 6 6",
  warning: "M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17.2h.01",
};
