import type { Evaluate } from "./browser.ts";
import { pause, waitUntil } from "./waitUntil.ts";

/**
 * A popup opens small, grows to its content in steps and can't be asked while the browser moves it into its panel:
 * waits until it keeps its size for a moment.
 */
export async function waitUntilSettled(evaluate: Evaluate): Promise<void> {
  const size = () => evaluate(() => `${document.readyState} ${innerWidth}x${innerHeight}`).catch(() => "");
  const keepsItsSize = async (): Promise<boolean> => {
    const before = await size();
    await pause(150);
    return before.startsWith("complete") && before === (await size());
  };
  await waitUntil(keepsItsSize, { what: "a settled size" });
}
