/** Rows of a list that are read at once, about two screens: more would only make a list come later. */
export const PAGE_ROWS = 20;
