/** Stands before the `#` in the address of a tab that is opened for its article to be printed. */
export const TO_PRINT = "?print";
