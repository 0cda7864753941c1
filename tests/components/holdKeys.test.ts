// @vitest-environment jsdom
import { expect, test } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";

test("keys pressed early are obeyed in their order, each once, and later ones at once", () => {
  const letBeObeyed = holdKeys();
  const obeyed: string[] = [];
  press("j");
  press("s");
  expect(obeyed).toEqual([]);
  const stop = letBeObeyed((event) => void obeyed.push(event.key));
  expect(obeyed).toEqual(["j", "s"]);
  press("k");
  expect(obeyed).toEqual(["j", "s", "k"]);
  stop();
  press("l");
  expect(obeyed).toHaveLength(3);
});

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
