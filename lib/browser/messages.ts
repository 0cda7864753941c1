import { browser } from "wxt/browser";
import * as z from "zod/mini";
import type { Message, Messages } from "../messages.ts";

const message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("refreshNow"), feedId: z.nullable(z.string()), page: z.optional(z.literal("older")) }),
  z.object({ kind: z.literal("refreshDue") }),
]);

type Answers = { [K in keyof Messages]: (asked: Messages[K]) => Promise<void> };

/** Answers our own pages only: anything else, and anything malformed, is ignored. */
export function answerMessages(answers: Answers): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(browser.runtime.getURL("/"))) return;
    const parsed = message.safeParse(raw);
    if (!parsed.success) return;
    answerTo(parsed.data, answers).then(
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
 * Asks the background to refresh: all feeds, or one. Resolves when it has, or when its worker died on the way: a lost
 * answer is ordinary, and the rows tell what happened.
 */
export function refreshNow(feedId: string | null): Promise<void> {
  return ask({ kind: "refreshNow", feedId });
}

/** The same for the next older page of one feed. */
export function loadOlder(feedId: string): Promise<void> {
  return ask({ kind: "refreshNow", feedId, page: "older" });
}

/** The same for what is due. */
export function refreshDue(): Promise<void> {
  return ask({ kind: "refreshDue" });
}

function answerTo(asked: Message, answers: Answers): Promise<void> {
  return asked.kind === "refreshNow" ? answers.refreshNow(asked) : answers.refreshDue(asked);
}

async function ask(message: Message): Promise<void> {
  await browser.runtime.sendMessage(message).catch(leaveToAlarm);
}

/** The next alarm takes up what the rows say is left. */
const leaveToAlarm = (): void => undefined;
