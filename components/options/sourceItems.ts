import { t } from "../../lib/i18n.ts";
import type { SourceActs } from "../../lib/view/sourceActs.ts";
import type { Source } from "../../lib/view/sources.ts";
import { copyText, type Say } from "../copying.ts";
import type { MenuItem } from "../Menu.tsx";
import "../readingIcons.ts";
import "./optionIcons.ts";

type Given = {
  source: Source;
  acts: SourceActs;
  /** Where it stands among the sources. */
  place: { isFirst: boolean; isLast: boolean };
  say: Say;
  open: (what: "editor" | "doctor") => void;
};

/** What the menu of a source's row offers. The home source comes with the extension and cannot be unfollowed. */
export function sourceItems({ source, acts, place, say, open }: Given): MenuItem[] {
  const items: (MenuItem | false)[] = [
    { icon: "edit", label: t("edit"), onPress: () => open("editor") },
    source.isPaused
      ? { icon: "resume", label: t("resume"), onPress: () => void acts.resume(source) }
      : { icon: "pause", label: t("pause"), onPress: () => void acts.pause(source) },
    !place.isFirst && { icon: "up", label: t("moveUp"), onPress: () => void acts.move(source, -1) },
    !place.isLast && { icon: "down", label: t("moveDown"), onPress: () => void acts.move(source, 1) },
    { icon: "copy", label: t("copyAddress"), onPress: () => void copyText(source.url, say) },
    { icon: "pulse", label: t("checkUp"), onPress: () => open("doctor") },
    !source.isHome && { icon: "close", label: t("unfollow"), onPress: () => void acts.unfollow(source) },
  ];
  return items.filter((item) => item !== false);
}
