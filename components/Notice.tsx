import { Icon, type IconName } from "./Icon.tsx";
import { PassingButton } from "./PassingButton.tsx";

type Props = {
  tone: "warn" | "bad" | "calm";
  icon: IconName;
  text: string;
  /** Only what the reader must know at once interrupts a screen reader. */
  isUrgent?: boolean;
  /** One that changes all the time says nothing by itself. */
  isSilent?: boolean;
  action?: { label: string; run: () => void };
};

/** One line and at most one way on. */
export function Notice({ tone, icon, text, isUrgent, isSilent, action }: Props) {
  return (
    <div class={`notice ${tone}`} role={roleOf(isUrgent, isSilent)}>
      <Icon name={icon} />
      <span>{text}</span>
      {action && <PassingButton key={action.label} class="link" label={action.label} onPress={action.run} />}
    </div>
  );
}

function roleOf(isUrgent = false, isSilent = false): "alert" | "status" | undefined {
  if (isSilent) return undefined;
  return isUrgent ? "alert" : "status";
}
