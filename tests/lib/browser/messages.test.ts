import { expect, test, vi } from "vitest";

type Sender = { id: string; url: string };
type Listener = (raw: unknown, sender: Sender, respond: (answer: boolean) => void) => true | undefined;

const runtime = vi.hoisted(() => {
  const listeners: Listener[] = [];
  const sent: unknown[] = [];
  const sendMessage = async (message: unknown) => {
    sent.push(message);
    throw new Error("A listener indicated an asynchronous response, but the message channel closed");
  };
  const onMessage = { addListener: (listener: Listener) => void listeners.push(listener) };
  const getURL = (path: string) => `ours://${path}`;
  Object.assign(globalThis, { chrome: { runtime: { id: "us", sendMessage, onMessage, getURL } } });
  return { listeners, sent };
});

const { answerMessages, refreshNow } = await import("../../../lib/browser/messages.ts");

test("an answer that dies with the worker is no fault of the page that asked", async () => {
  await expect(refreshNow({ feedId: "a" })).resolves.toBeUndefined();
  await expect(refreshNow("due")).resolves.toBeUndefined();
  expect(runtime.sent).toEqual([
    { kind: "refreshNow", which: { feedId: "a" } },
    { kind: "refreshNow", which: "due" },
  ]);
});

test("our own pages are answered, of whatever they may ask, and nobody and nothing else", () => {
  const asked: unknown[] = [];
  answerMessages({ refreshNow: async ({ which }) => void asked.push(which) });
  const [listen] = runtime.listeners;
  const page = { id: "us", url: "ours:///popup.html" };
  const say = (which: unknown, sender = page) => listen?.({ kind: "refreshNow", which }, sender, () => undefined);
  const allowed = ["all", "due", { feedId: "a" }, { olderOf: "a" }];
  expect(allowed.map((which) => say(which))).toEqual([true, true, true, true]);
  const malformed = ["some", null, undefined, {}, { feedId: 3 }, { feedId: "a", olderOf: "a" }, ["all"]];
  expect(malformed.map((which) => say(which))).toEqual(malformed.map(() => undefined));
  expect(say("all", { ...page, id: "another extension" })).toBeUndefined();
  expect(say("all", { ...page, url: "https://a.example/" })).toBeUndefined();
  expect(listen?.({ kind: "eraseAll", which: "all" }, page, () => undefined)).toBeUndefined();
  expect(asked).toEqual(allowed);
});
