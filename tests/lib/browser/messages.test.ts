import { expect, test, vi } from "vitest";

const sent = vi.hoisted(() => {
  const asked: unknown[] = [];
  const sendMessage = async (message: unknown) => {
    asked.push(message);
    throw new Error("A listener indicated an asynchronous response, but the message channel closed");
  };
  Object.assign(globalThis, { chrome: { runtime: { sendMessage } } });
  return asked;
});

const { refreshDue, refreshNow } = await import("../../../lib/browser/messages.ts");

test("an answer that dies with the worker is no fault of the page that asked", async () => {
  await expect(refreshNow("a")).resolves.toBeUndefined();
  await expect(refreshDue()).resolves.toBeUndefined();
  expect(sent).toEqual([{ kind: "refreshNow", feedId: "a" }, { kind: "refreshDue" }]);
});
