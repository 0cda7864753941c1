import type { MessageKey } from "../lib/i18n.ts";

/** Tells people in passing what became of what they did. */
export type Say = (key: MessageKey) => void;

export async function copyText(text: string, say: Say): Promise<void> {
  // The browser may refuse, for instance while it has not been clicked into.
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  say(isCopied ? "copied" : "copyRefused");
}
