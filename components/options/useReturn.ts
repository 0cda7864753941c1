import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Return = { opener: RefObject<HTMLButtonElement | null>; question: RefObject<HTMLHeadingElement | null> };

/** A question takes the focus when it comes; when it goes, the button that it came from has it again. */
export function useReturn(isAsking: boolean): Return {
  const opener = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  const wasAsking = useRef(false);
  useLayoutEffect(() => {
    if (isAsking) question.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return { opener, question };
}
