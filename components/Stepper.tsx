import { Icon } from "./Icon.tsx";

type Props = {
  label: string;
  less: string;
  more: string;
  value: string;
  onStep: (by: 1 | -1) => void;
};

export function Stepper({ label, less, more, value, onStep }: Props) {
  return (
    <div class="step">
      <span class="lb">{label}</span>
      <span class="ctl" role="group" aria-label={label}>
        <button type="button" aria-label={less} onClick={() => onStep(-1)}>
          <Icon name="minus" />
        </button>
        <output>{value}</output>
        <button type="button" aria-label={more} onClick={() => onStep(1)}>
          <Icon name="plus" />
        </button>
      </span>
    </div>
  );
}
