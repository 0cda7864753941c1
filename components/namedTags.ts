import { locale } from "../lib/i18n.ts";
import { tagLabel } from "../lib/tags/tagLabel.ts";
import { tagName } from "./tagName.ts";

/** From now on tags are called what people called them. Given a signal, what is drawn follows it. */
export function nameTags(names: { readonly value: ReadonlyMap<string, string> }): void {
  tagName.of = (tag) => names.value.get(tag) ?? tagLabel(tag, locale());
}
