import { addIcons } from "./Icon.tsx";

/** Imported for its effect by what only an open article needs. */
export const READING = {
  audio: "M4.5 9.5h3.5L12.5 6v12L8 14.5H4.5ZM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  changes: "M4.5 6.5h9M4.5 12h6M4.5 17.5h6M16.5 11v8M12.5 15h8",
  copy: "M9 9h10.5v10.5H9ZM5.5 15h-1V4.5H15v1",
  download: "M12 4v11M7 10.5l5 5 5-5M4.5 19.5h15",
  file: "M6.5 3.5h7.5l4 4v13h-11.5ZM13.5 3.5v4.5h4.5",
  image: "M4 5h16v14H4ZM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15 9.2h.01",
  link: "M10.5 13.5a4 4 0 0 0 5.7 0l2.8-2.8a4 4 0 0 0-5.7-5.7l-1.2 1.2M13.5 10.5a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19l1.2-1.2",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  nextPicture: "m9.5 6 6 6-6 6",
  pdf: "M6.5 3.5h7.5l4 4v13h-11.5ZM13.5 3.5v4.5h4.5M9 12.5h6M9 16h6",
  previousPicture: "m14.5 6-6 6 6 6",
  print: "M7 8.5v-5h10v5M7 17H4v-8.5h16V17h-3M7 14h10v6.5H7Z",
  share: "M12 15V3.5M8 7l4-3.5L16 7M8 10.5H5.5v10h13v-10H16",
  video: "M4 5.5h16v13H4ZM10 9.2v5.6l4.8-2.8Z",
  zoom: "M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0 -12 0ZM15 15l5 5M8 10.5h5M10.5 8v5",
};

addIcons(READING);
