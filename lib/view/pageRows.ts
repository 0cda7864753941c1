/** Rows of a list that are read at once, about two screens: more would only make a list come later. The popup has no more. */
export const PAGE_ROWS = 20;
