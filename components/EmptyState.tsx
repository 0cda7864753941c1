import type { ComponentChildren } from "preact";
import { Illustration, type IllustrationName } from "./Illustration.tsx";
import { PassingButton } from "./PassingButton.tsx";

type Action = { label: string; run: () => void; tone: "primary" | "normal" | "quiet" };

type Props = {
  drawing: IllustrationName;
  title: string;
  children: ComponentChildren;
  actions?: Action[];
};

/** A drawing, what is (not) here, one sentence, and at most two ways on. */
export function EmptyState({ drawing, title, children, actions = [] }: Props) {
  return (
    <div class="empty">
      <Illustration name={drawing} />
      <h2>{title}</h2>
      <p>{children}</p>
      {actions.length > 0 && (
        <div class="btns">
          {actions.map(({ label, run, tone }) => (
            <PassingButton key={label} class={tone === "normal" ? "btn" : `btn ${tone}`} label={label} onPress={run} />
          ))}
        </div>
      )}
    </div>
  );
}
