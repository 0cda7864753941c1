import { addIcons } from "../Icon.tsx";

/** Imported for its effect by what is drawn of tags alone. */
export const TAGS = {
  edit: "m4.5 19.5 1-4L16.3 4.7a1.4 1.4 0 0 1 2 0l1 1a1.4 1.4 0 0 1 0 2L8.5 18.5ZM14 7l3 3",
  mute: "M4 9.5v5h3.5l5 4v-13l-5 4ZM16 9.5l5 5M21 9.5l-5 5",
  pin: "M9 3.5h6l-.7 6.5 3.2 3.5v1.5h-11v-1.5l3.2-3.5ZM12 15v6",
};

addIcons(TAGS);
