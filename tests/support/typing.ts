import type { Keyboard, KeyInput } from "puppeteer-core";

/** As a hand does it: a capital letter with Shift. */
export async function pressKey(keyboard: Keyboard, key: KeyInput): Promise<void> {
  if (!/^[A-Z]$/.test(key)) return await keyboard.press(key);
  await keyboard.down("Shift");
  await keyboard.press(key);
  await keyboard.up("Shift");
}
