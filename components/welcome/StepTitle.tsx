import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { number, t } from "../../lib/i18n.ts";

const STEPS = 2;

/** Takes the focus, which lay on a control of the step before. */
export function StepTitle({ step, children }: { step: number; children: ComponentChildren }) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <>
      <p class="stepn">{t("stepOf", number(step), number(STEPS))}</p>
      <h1 class="sm" ref={title} tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}
