import type { Body } from "../model.ts";
import { textOfBody } from "./bodyText.ts";
import { repairMojibake } from "./mojibake.ts";

/** What search knows of an article's text: its words as they are shown, without markup. */
export function searchTextOf(body: Body | null): string {
  return body === null ? "" : repairMojibake(textOfBody(body));
}
