// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";

test("keys pressed early are obeyed in their order, each once and in a task of its own, and later ones at once", async () => {
  const letBeObeyed = holdKeys();
  const obeyed: string[] = [];
  press("j");
  press("s");
  expect(obeyed).toEqual([]);
  const stop = letBeObeyed((event) => void obeyed.push(event.key));
  press("k");
  expect(obeyed).toEqual(["j"]);
  await vi.waitFor(() => expect(obeyed).toEqual(["j", "s", "k"]));
  await new Promise((resolve) => setTimeout(resolve));
  press("l");
  expect(obeyed).toEqual(["j", "s", "k", "l"]);
  stop();
  press("m");
  expect(obeyed).toHaveLength(4);
});

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
