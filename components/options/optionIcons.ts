import { addIcons } from "../Icon.tsx";

/** Imported for its effect by the settings, where alone they are drawn. */
export const OPTIONS = {
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.5 1h-15ZM10 20.5h4",
  edit: "M4.5 19.5v-4L15 5l4 4L8.5 19.5ZM12.5 7.5l4 4",
  export: "M12 15V3.5M7.5 8 12 3.5 16.5 8M4 19.5h16",
  import: "M12 3.5V15M7.5 10.5 12 15l4.5-4.5M4 19.5h16",
  keyboard:
    "M4.5 6h15a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1 -1.5 1.5h-15a1.5 1.5 0 0 1 -1.5 -1.5v-9a1.5 1.5 0 0 1 1.5 -1.5ZM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8",
  network:
    "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0ZM3.5 12h17M12 3.5c2.6 2.4 3.8 5.2 3.8 8.5s-1.2 6.1-3.8 8.5c-2.6-2.4-3.8-5.2-3.8-8.5s1.2-6.1 3.8-8.5Z",
  pause: "M8.5 5.5v13M15.5 5.5v13",
  resume: "M8 5.5v13L18.5 12Z",
  pulse: "M3 12.5h4.5L10 6l4 12.5 2.5-6H21",
  text: "M4 19 9.5 5 15 19M6 14.5h7M16.5 19v-6.5M16.5 15.5c0-2 4-2.2 4 .3V19",
};

addIcons(OPTIONS);
