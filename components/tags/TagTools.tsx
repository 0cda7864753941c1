import { t } from "../../lib/i18n.ts";
import { tagName } from "../tagName.ts";
import { toggleMute, togglePin, type TagProps } from "./tagActs.ts";
import "./tagIcons.ts";
import { ToolButton } from "./ToolButton.tsx";

/** Pin and mute, beside the name of the tag whose list is shown. */
export function TagTools({ reader, tag }: TagProps) {
  const choice = reader.choices.value.get(tag);
  const isPinned = choice?.pinnedAt !== undefined;
  const isMuted = choice?.isMuted ?? false;
  const name = tagName.of(tag);
  return (
    <span class="tools">
      <ToolButton
        icon="pin"
        label={t("pinTag", name)}
        isPressed={isPinned}
        onPress={() => togglePin({ reader, tag })}
      />
      <ToolButton
        icon="mute"
        label={t("muteTag", name)}
        isPressed={isMuted}
        onPress={() => toggleMute({ reader, tag })}
      />
    </span>
  );
}
