import { t } from "../lib/i18n.ts";
import { Icon, type IconName } from "./Icon.tsx";

type Props = {
  icon: IconName;
  label: string;
  /** The key that does the same, for the tooltip. */
  shortcut?: string;
  /** Only for a button that is on or off. */
  isPressed?: boolean;
  /** One of a row of controls that the arrow keys move in: see `useRoving`. */
  isStop?: boolean;
  class?: string;
  iconClass?: string;
  onPress: () => void;
};

export function IconButton(props: Props) {
  return (
    <button
      class={`ib ${props.class ?? ""}`}
      type="button"
      aria-label={props.label}
      title={props.shortcut ? t("withKey", props.label, props.shortcut) : props.label}
      aria-pressed={props.isPressed}
      data-stop={props.isStop ? "" : undefined}
      onClick={() => props.onPress()}
    >
      <Icon name={props.icon} class={props.iconClass ?? ""} />
    </button>
  );
}
