import { expect, test, vi } from "vitest";

const browser = vi.hoisted(() => {
  const session: Record<string, unknown> = {};
  const state = { windowId: 1, session };
  const chrome = {
    windows: { getCurrent: async () => ({ id: state.windowId }), WINDOW_ID_NONE: -1 },
    storage: {
      session: { get: async () => session, set: async (change: object) => void Object.assign(session, change) },
    },
    runtime: { id: "us" },
  };
  Object.assign(globalThis, { chrome });
  return state;
});

const { keepPanelPlace, readPanelPlace } = await import("../../../lib/browser/panelPlace.ts");

test("each window's panel is remembered by itself", async () => {
  const place = { hash: "#/unread", top: { id: 4, sortAt: 9, offset: -2 } };
  await keepPanelPlace(1, place);
  expect(await readPanelPlace()).toEqual([1, place]);
  browser.windowId = 2;
  expect(await readPanelPlace()).toEqual([2, null]);
});
