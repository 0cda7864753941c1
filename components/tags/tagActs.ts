import { t } from "../../lib/i18n.ts";
import type { Reader } from "../../lib/view/reader.ts";
import { keepApart, merge, mute, pin, rename, separate, unmute, unpin } from "../../lib/tags/choosing.ts";
import { tagLabel } from "../../lib/tags/tagLabel.ts";
import { locale } from "../../lib/i18n.ts";
import { tagName } from "../tagName.ts";

export type TagProps = { reader: Reader; tag: string };

/** What people do to tags, with the words in which they are told of it. */

export function togglePin({ reader, tag }: TagProps): void {
  const isPinned = reader.choices.peek().get(tag)?.pinnedAt !== undefined;
  if (isPinned) void reader.chooseTags(unpin(tag), t("tagUnpinned", tagName.of(tag)));
  else void reader.chooseTags(pin(tag, reader.now.peek()), t("tagPinned", tagName.of(tag)));
}

export function toggleMute({ reader, tag }: TagProps): void {
  const isMuted = reader.choices.peek().get(tag)?.isMuted;
  if (isMuted) void reader.chooseTags(unmute(tag), t("tagUnmuted", tagName.of(tag)));
  else void reader.chooseTags(mute(tag), t("tagMuted", tagName.of(tag)));
}

export function renameTag({ reader, tag }: TagProps, name: string): void {
  const own = tagLabel(tag, locale());
  const isOwn = name.trim() === "" || name.trim() === own;
  void reader.chooseTags(rename(tag, isOwn ? "" : name), t("tagRenamed", own, isOwn ? own : name.trim()));
}

export function mergeTag({ reader, tag }: TagProps, into: string): void {
  void reader.chooseTags(merge(tag, into), t("tagMerged", tagName.of(tag), tagName.of(into)));
}

export function separateTag({ reader, tag }: TagProps): void {
  void reader.chooseTags(separate(tag), t("tagSeparated", tagName.of(tag)));
}

export function keepTagsApart({ reader, tag }: TagProps, other: string): void {
  void reader.chooseTags(keepApart(tag, other), t("tagsKeptApart", tagName.of(tag), tagName.of(other)));
}
