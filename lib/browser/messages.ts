import { browser, type Browser } from "wxt/browser";
import type { AskedFor, Message, Messages } from "../messages.ts";

type Answers = { [K in keyof Messages]: (asked: Messages[K]) => Promise<void> };

/** Answers our own pages only: anything else, and anything malformed, is ignored. */
export function answerMessages(answers: Answers): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond) => {
    if (!isOurPage(sender) || !isMessage(raw)) return;
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

/** A frame of ours that was put into a sandbox has our address and an origin of its own; Firefox names none. */
const isOurPage = ({ id, url, origin }: Browser.runtime.MessageSender): boolean =>
  id === browser.runtime.id && url?.startsWith(browser.runtime.getURL("/")) === true && origin !== "null";

/** By hand: zod is not in the background's script, and has no room there. A test holds this beside a strict schema. */
const isMessage = (raw: unknown): raw is Message =>
  isOnly(raw, "kind,which") && raw["kind"] === "refreshNow" && isAskedFor(raw["which"]);

const isAskedFor = (which: unknown): which is AskedFor =>
  which === "all" || which === "due" || isNamed(which, "feedId") || isNamed(which, "olderOf");

const isNamed = (which: unknown, field: string): boolean => isOnly(which, field) && typeof which[field] === "string";

/** An object with these fields, in the order of the alphabet, and no others. */
const isOnly = (value: unknown, fields: string): value is Record<string, unknown> =>
  typeof value === "object" &&
  Object.keys(value ?? [])
    .sort()
    .join() === fields;

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
