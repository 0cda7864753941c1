import type { Action } from "../lib/view/keymap.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { tip } from "./tip.ts";

type Props = {
  icon: IconName;
  label: string;
  /** What it does, where a key does the same, which the tooltip then names. */
  does?: Action;
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
      title={tip.of(props.label, props.does)}
      aria-pressed={props.isPressed}
      data-stop={props.isStop ? "" : undefined}
      onClick={() => props.onPress()}
    >
      <Icon name={props.icon} class={props.iconClass ?? ""} />
    </button>
  );
}
