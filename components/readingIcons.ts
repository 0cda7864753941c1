import { addIcons } from "./Icon.tsx";

/** Imported for its effect by what only an open article needs. */
export const READING = {
  audio: "M4.5 9.5h3.5L12.5 6v12L8 14.5H4.5ZM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  file: "M6.5 3.5h7.5l4 4v13h-11.5ZM13.5 3.5v4.5h4.5",
  image: "M4 5h16v14H4ZM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15 9.2h.01",
  pdf: "M6.5 3.5h7.5l4 4v13h-11.5ZM13.5 3.5v4.5h4.5M9 12.5h6M9 16h6",
  video: "M4 5.5h16v13H4ZM10 9.2v5.6l4.8-2.8Z",
};

addIcons(READING);
