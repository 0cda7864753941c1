import { browser } from "wxt/browser";
import type { AskedFor, Message, Messages } from "../messages.ts";

type Answers = { [K in keyof Messages]: (asked: Messages[K]) => Promise<void> };

/** Answers our own pages only: anything else, and anything malformed, is ignored. */
export function answerMessages(answers: Answers): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond) => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(browser.runtime.getURL("/"))) return;
    if (!isMessage(raw)) return;
    answers[raw.kind](raw).then(
      () => respond(true),
      (fault: unknown) => {
        respond(false);
        throw fault;
      },
    );
    return true; // keeps the channel, and with it the worker, until the work is done
  });
}

function isMessage(raw: unknown): raw is Message {
  return isObject(raw) && raw["kind"] === "refreshNow" && isAskedFor(raw["which"]);
}

function isAskedFor(which: unknown): which is AskedFor {
  if (!isObject(which)) return which === "all" || which === "due";
  const [field, ...others] = Object.entries(which);
  if (!field || others.length > 0) return false;
  const [name, feed] = field;
  return (name === "feedId" || name === "olderOf") && typeof feed === "string";
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

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
