import { beforeEach, expect, test, vi } from "vitest";

type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

const browser = vi.hoisted(() => {
  const fake = { stored: new Map<string, unknown>(), listeners: [] as Listener[], open: async () => {} };
  const session = {
    get: async (key: string) => ({ [key]: fake.stored.get(key) }),
    set: async (values: Record<string, unknown>) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const [key, newValue] of Object.entries(values)) {
        fake.stored.set(key, newValue);
        for (const tell of fake.listeners) tell({ [key]: { newValue } });
      }
    },
    remove: async (key: string) => void fake.stored.delete(key),
    onChanged: { addListener: (listener: Listener) => void fake.listeners.push(listener) },
  };
  const windows = { getCurrent: async () => ({ id: 7 }), WINDOW_ID_NONE: -1 };
  const chrome = { storage: { session }, windows, sidePanel: { open: () => fake.open() } };
  Object.assign(globalThis, { chrome });
  return fake;
});

const { openPanel } = await import("../../../lib/browser/panel.ts");
const { onArticleAsked } = await import("../../../lib/browser/articleAsked.ts");

beforeEach(() => {
  browser.stored.clear();
  browser.listeners = [];
  browser.open = async () => {};
});

test("a panel shows the article that waits for it, and those asked for later", async () => {
  const shown: number[] = [];
  await openPanel(7, 1);
  await onArticleAsked((id) => void shown.push(id));
  await openPanel(7, 2);
  await openPanel(8, 3);
  expect(shown).toEqual([1, 2]);
});

test("where no panel opens the caller is told, and nothing waits for the next one", async () => {
  const unhandled: unknown[] = [];
  const note = (fault: unknown) => void unhandled.push(fault);
  process.on("unhandledRejection", note);
  browser.open = () => Promise.reject(new Error("no panel"));
  await expect(openPanel(7, 1)).rejects.toThrow("no panel");
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
  expect(browser.stored.size).toBe(0);
});

test("a request that no panel took is forgotten", async () => {
  const shown: number[] = [];
  await openPanel(7, 1);
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 10_001);
  await onArticleAsked((id) => void shown.push(id));
  vi.restoreAllMocks();
  expect(shown).toEqual([]);
});
