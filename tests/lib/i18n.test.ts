import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LONG, pseudoMessages, RIGHT_TO_LEFT } from "../support/pseudoLocale.ts";
import {
  gluedMessages,
  messageFaults,
  misfilledMessages,
  unusedMessages,
  type Messages,
  type Source,
} from "../support/messages.ts";

const root = join(import.meta.dirname, "../..");
const locales = readdirSync(join(root, "public/_locales"));
const messagesOf = (locale: string) =>
  // The build checks the file's shape.
  JSON.parse(readFileSync(join(root, "public/_locales", locale, "messages.json"), "utf8")) as Messages;
const english = messagesOf("en");

const sources: Source[] = ["lib", "components", "entrypoints"]
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .concat(join(root, "wxt.config.ts"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("the messages", () => {
  test.each(locales)("of %s are all there, with the plural forms and the places that they need", (locale) => {
    expect(messageFaults(messagesOf(locale), english, locale.replace("_", "-"))).toEqual([]);
  });

  test("stand in the order of their keys", () => {
    expect(Object.keys(english)).toEqual(Object.keys(english).toSorted());
  });

  test("are all shown somewhere", () => {
    expect(unusedMessages(english, sources)).toEqual([]);
  });

  test("get as many values as they have places", () => {
    expect(misfilledMessages(english, sources)).toEqual([]);
  });

  test("are not put together of pieces", () => {
    expect(gluedMessages(sources)).toEqual([]);
  });

  test("can be said in half as many letters again, and from right to left", () => {
    expect(pseudoMessages(LONG)["unread_other"]).toMatch(/^\[\$1 úńŕéáđ.*\]$/);
    expect(pseudoMessages(RIGHT_TO_LEFT)["unread_other"]).toMatch(/^﴿\$1 [^a-z]*﴾$/);
  });
});

describe("these checks object to", () => {
  const few: Messages = { hi: { message: "Hi $1" }, n_one: { message: "$1 of $2" }, n_other: { message: "$1 of $2" } };
  const source = (text: string): Source[] => [{ path: "a.ts", text }];

  test("a message that is missing, unknown, or without a place for a value", () => {
    const russian: Messages = {
      hi: { message: "!" },
      n_one: { message: "$2" },
      n_few: { message: "$1" },
      no: { message: "" },
    };
    expect(messageFaults(russian, few, "ru")).toEqual([
      "n_many: is missing",
      "n_other: is missing",
      "no: is no message of the product",
      "hi: has no places where English has $1",
      "n_few: has no places where English has $2",
    ]);
  });

  test("a message that nobody shows, though something else is called so", () => {
    expect(unusedMessages(few, source('<Icon name="hi" /> kind === "hi"; plural("n", 3)'))).toEqual(["hi"]);
    expect(
      unusedMessages({ x_a: { message: "" }, x_b: { message: "" } }, source('t(`x_${kind}`); type K = "a"')),
    ).toEqual(["x_b"]);
  });

  test("a value too many, a value too few and a key that is none", () => {
    const calls = 't("hi"); t("hi", name(a, b)); t("hi", a, b); plural("n", 3, "x"); plural("n", 3); t("hello")';
    expect(misfilledMessages(few, source(calls))).toEqual([
      "a.ts: “hi” has places for 1 values and is given 0",
      "a.ts: “hi” has places for 1 values and is given 2",
      "a.ts: “n” has places for 2 values and is given 1",
      "a.ts: there is no message “hello”",
    ]);
  });

  test("pieces, and not to two sentences beside each other", () => {
    expect(gluedMessages(source('`${t("a")}: ${t("b")}`'))).toHaveLength(1);
    expect(gluedMessages(source('t("a") + name'))).toHaveLength(1);
    expect(gluedMessages(source('`${t("a", f({ b }))} · ${plural("b", 1)}`'))).toEqual([]);
  });
});

describe("a plural", () => {
  const spoken: { locale: string; messages: Record<string, string> } = { locale: "en", messages: {} };
  const getMessage = (key: string, values: string[] = []) =>
    (spoken.messages[key] ?? "").replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? "");
  const say = async (counts: number[]) => {
    // Before the door to the browser is opened, which looks once.
    Object.assign(globalThis, { chrome: { i18n: { getUILanguage: () => spoken.locale, getMessage }, runtime: {} } });
    const { plural } = await import("../../lib/i18n.ts");
    return counts.map((count) => plural("unread", count));
  };

  test("is said in the form that its language has for the number, in that language's digits", async () => {
    Object.assign(spoken, {
      locale: "ar-EG",
      messages: {
        unread_two: "٢!",
        unread_few: "few $1",
        unread_many: "many $1",
        unread_other: "other $1",
      },
    });
    expect(await say([2, 3, 11, 100])).toEqual(["٢!", "few ٣", "many ١١", "other ١٠٠"]);
  });

  test("falls back to the form that every language has", async () => {
    Object.assign(spoken, { locale: "ru", messages: { unread_one: "one $1", unread_other: "other $1" } });
    expect(await say([1, 3, 5, 21])).toEqual(["one 1", "other 3", "other 5", "one 21"]);
  });
});
