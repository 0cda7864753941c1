export type Opening = "here" | "originalBehind" | "fullTab";

/**
 * What a click on a headline asks for: the reader, with Ctrl, Cmd or the middle button the original in a tab behind,
 * with Shift the full tab. Null for the other buttons, which are the browser's.
 */
export function openingOf(event: Pick<MouseEvent, "button" | "ctrlKey" | "metaKey" | "shiftKey">): Opening | null {
  if (event.button > 1) return null;
  if (event.button === 1 || event.ctrlKey || event.metaKey) return "originalBehind";
  return event.shiftKey ? "fullTab" : "here";
}
