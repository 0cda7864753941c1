import type { RefObject } from "preact";
import { Icon, type IconName } from "../Icon.tsx";

type Props = {
  icon: IconName;
  label: string;
  /** Only for a button that is on or off. */
  isPressed?: boolean;
  /** Only for one that opens something below. */
  isExpanded?: boolean;
  tabIndex?: number;
  button?: RefObject<HTMLButtonElement | null>;
  onPress: () => void;
};

/** A button of a tag. As an `IconButton`, for which the popup has no more room. */
export function ToolButton({ icon, label, isPressed, isExpanded, tabIndex, button, onPress }: Props) {
  return (
    <button
      class={`ib ${icon}`}
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      tabIndex={tabIndex}
      {...(button && { ref: button })}
      onClick={() => onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}
