import { browser } from "wxt/browser";
import * as z from "zod/mini";
import type { AskedFor, Message, Messages } from "../messages.ts";

const message = z.object({
  kind: z.literal("refreshNow"),
  which: z.union([
    z.literal(["all", "due"]),
    z.strictObject({ feedId: z.string() }),
    z.strictObject({ olderOf: z.string() }),
  ]),
});

type Answers = { [K in keyof Messages]: (asked: Messages[K]) => Promise<void> };

/** Answers our own pages only: anything else, and anything malformed, is ignored. */
export function answerMessages(answers: Answers): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(browser.runtime.getURL("/"))) return;
    const parsed = message.safeParse(raw);
    if (!parsed.success) return;
    answers[parsed.data.kind](parsed.data).then(
      () => respond(true),
      (fault: unknown) => {
        respond(false);
        throw fault;
      },
    );
    return true; // keeps the channel, and with it the worker, until the work is done
  });
}

/**
 * Asks the background to refresh. Resolves when it has, or when its worker died on the way: a lost answer is ordinary,
 * and the rows tell what happened.
 */
export async function refreshNow(which: AskedFor): Promise<void> {
  const asked: Message = { kind: "refreshNow", which };
  await browser.runtime.sendMessage(asked).catch(leaveToAlarm);
}

/** The next alarm takes up what the rows say is left. */
const leaveToAlarm = (): void => undefined;
