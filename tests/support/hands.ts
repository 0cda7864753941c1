import type { KeyInput, Page } from "puppeteer-core";
import type { Evaluate, Surface } from "./browser.ts";
import { evaluateIn } from "./reading.ts";
import { pressKey } from "./typing.ts";
import { waitUntil } from "./waitUntil.ts";

/** A reader without a mouse, on a tab, a popup or a side panel: nothing but keys, and eyes. */
export type Hands = {
  evaluate: Evaluate;
  press: (...keys: KeyInput[]) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses, and waits until `see` in the page is neither false nor null. */
  pressUntil: <T>(key: KeyInput, see: () => T | false | null) => Promise<T>;
  /** Waits until `look` in the page is neither false nor null. */
  see: <T>(see: () => T | false | null) => Promise<T>;
  /** From now on it is noted whenever nothing has the focus. */
  watchFocus: () => Promise<void>;
  /** How often nothing had it. */
  lostFocus: () => Promise<number>;
};

export const handsOnPage = (page: Page): Hands => handsOn(evaluateIn(page), (key) => pressKey(page.keyboard, key));

export const handsOnSurface = ({ evaluate, press }: Surface): Hands => handsOn(evaluate, press);

function handsOn(evaluate: Evaluate, pressOne: (key: KeyInput) => Promise<void>): Hands {
  const press = async (...keys: KeyInput[]) => {
    for (const key of keys) await pressOne(key);
  };
  const see = <T>(look: () => T | false | null): Promise<T> =>
    waitUntil(() => evaluate(look) as Promise<T | false | null>, { what: String(look) });
  return {
    evaluate,
    press,
    // A key has the name of the character that it types.
    type: (text) => press(...([...text] as KeyInput[])),
    see,
    pressUntil: async (key, look) => {
      await pressOne(key);
      return await see(look);
    },
    watchFocus: () =>
      evaluate(() => {
        const seen = { lost: 0 };
        Object.assign(window, { focusSeen: seen });
        setInterval(() => {
          if (document.activeElement === null || document.activeElement === document.body) seen.lost++;
        }, 10);
      }),
    lostFocus: () => evaluate(() => (window as unknown as { focusSeen: { lost: number } }).focusSeen.lost),
  };
}
