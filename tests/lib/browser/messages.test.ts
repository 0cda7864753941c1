import { expect, test, vi } from "vitest";
import { makeRandom } from "../../support/makeRandom.ts";
import { isLegal, malformedMessages } from "../../support/malformed.ts";

type Sender = { id?: string; url?: string; origin?: string };
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

const US: Sender = { id: "us", url: "ours:///popup.html" };
/** Resolves to whether it was taken up. */
const isHeard = (raw: unknown, sender = US): boolean => {
  if (runtime.listeners.length === 0) answerMessages({ refreshNow: async () => undefined });
  return runtime.listeners[0]?.(raw, sender, () => undefined) === true;
};

test("what may be asked is what its schema says, to the field", () => {
  const malformed = malformedMessages(10_000, makeRandom(5)).map((json): unknown => JSON.parse(json));
  expect(malformed.filter((message) => isHeard(message))).toEqual([]);
  const legal = ["all", "due", { feedId: "a" }, { olderOf: "a" }].map((which) => ({ kind: "refreshNow", which }));
  expect(legal.filter((message) => !isHeard(message) || !isLegal(message))).toEqual([]);
});

test("what is said with more than it takes is not taken", () => {
  expect(isHeard({ kind: "refreshNow", which: "all", feedId: "a" })).toBe(false);
  expect(isHeard(Object.assign(["all"], { kind: "refreshNow", which: "all" }))).toBe(false);
  expect(isHeard(Object.create({ kind: "refreshNow", which: "all" }))).toBe(false);
  expect(isHeard({ kind: "refreshNow", which: Object.create({ feedId: "a" }) })).toBe(false);
});

test.each<[string, Sender]>([
  ["another extension", { id: "them", url: "ours:///popup.html" }],
  ["nobody", {}],
  ["one without an id", { url: "ours:///popup.html" }],
  ["one without an address", { id: "us" }],
  ["a web page", { id: "us", url: "https://a.example/" }],
  ["a web page that names ours", { id: "us", url: "https://a.example/ours:///popup.html" }],
  ["an extension whose name begins like ours", { id: "us", url: "ours://.evil/popup.html" }],
  ["a script's address", { id: "us", url: "javascript:ours:///popup.html" }],
  ["a text's address", { id: "us", url: "data:text/html,ours:///popup.html" }],
  ["a frame without an address", { id: "us", url: "about:blank" }],
  ["a frame of ours that lost its origin", { id: "us", url: "ours:///popup.html", origin: "null" }],
  ["a file", { id: "us", url: "file:///popup.html" }],
  ["one that writes it large", { id: "US", url: "ours:///popup.html" }],
])("a legal message from %s is not heard", (_what, sender) => {
  expect(isHeard({ kind: "refreshNow", which: "all" }, sender)).toBe(false);
});
