import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";

/** Languages made of the English words, that show what a real translation would meet. None is shipped. */
export type Pseudo = {
  name: string;
  /** Whose dates, numbers and plural categories are used. */
  locale: string;
  direction: "ltr" | "rtl";
  say: (english: string) => string;
};

const LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "áƀćđéƒǵħíĵķļɱńóƥɋŕšŧúṽŵẋýžÁƁĆĐÉƑǴĦÍĴĶĻṀŃÓƤɊŔŠŦÚṼŴẊÝŽ";
const ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهابتثجحخدذرزسشصضطظعغفقكلمنه";

/** Half as long again, in words that can be broken. Russian has plural categories that no message has: few and many. */
export const LONG: Pseudo = {
  name: "long",
  locale: "ru",
  direction: "ltr",
  say: (english) => `[${written(english, ACCENTED)}${" ɱóŕé".repeat(Math.ceil((english.length * 0.4) / 5))}]`,
};

export const RIGHT_TO_LEFT: Pseudo = {
  name: "right to left",
  locale: "ar",
  direction: "rtl",
  say: (english) => `﴿${written(english, ARABIC)}﴾`,
};

function written(english: string, letters: string): string {
  const signs = [...letters];
  return english.replace(/[a-z]/gi, (letter) => signs[LATIN.indexOf(letter)] ?? letter);
}

type Messages = Record<string, string>;

export function pseudoMessages({ say }: Pseudo): Messages {
  const path = join(import.meta.dirname, "../../public/_locales/en/messages.json");
  // The build checks the file's shape.
  const english = JSON.parse(readFileSync(path, "utf8")) as Record<string, { message: string }>;
  return Object.fromEntries(Object.entries(english).map(([key, { message }]) => [key, say(message)]));
}

/** From its next load on the page speaks it: not every browser comes with the language that it could be started in. */
export async function speak(page: Page, pseudo: Pseudo): Promise<void> {
  await page.evaluateOnNewDocument(
    (messages: Messages, locale: string, direction: string) => {
      // The article's frame has no such thing, and needs none.
      if (!chrome.i18n) return;
      const said: Messages = { ...messages, "@@bidi_dir": direction };
      Object.assign(chrome.i18n, {
        getUILanguage: () => locale,
        getMessage: (key: string, values: string[] = []) =>
          (said[key] ?? "").replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? ""),
      });
    },
    pseudoMessages(pseudo),
    pseudo.locale,
    pseudo.direction,
  );
}
