import { beforeEach, expect, test, vi } from "vitest";

const browser = vi.hoisted(() => {
  const fake = {
    typed: (_text: string, _suggest: (offered: { content: string; description: string }[]) => void): void => {},
    entered: (_content: string, _where: string): void => {},
    standing: "",
    opened: [] as string[],
  };
  const omnibox = {
    setDefaultSuggestion: ({ description }: { description: string }) => (fake.standing = description),
    onInputChanged: { addListener: (listener: typeof fake.typed) => (fake.typed = listener) },
    onInputEntered: { addListener: (listener: typeof fake.entered) => (fake.entered = listener) },
  };
  const tabs = {
    create: async ({ url, active }: { url: string; active: boolean }) =>
      void fake.opened.push(`${active ? "before" : "behind"} ${url}`),
    update: async ({ url }: { url: string }) => void fake.opened.push(`here ${url}`),
  };
  const i18n = {
    getUILanguage: () => "en",
    getMessage: (key: string, [value]: string[] = []) => (value === undefined ? key : `Search & find ${value}`),
  };
  Object.assign(globalThis, { chrome: { omnibox, tabs, i18n, runtime: { getURL: (path: string) => `ext:${path}` } } });
  return fake;
});

const { answerAddressBar } = await import("../../../lib/browser/omnibox.ts");
const { makeDb, makeDraft, store } = await import("../../support/rows.ts");

const suggested = (text: string) =>
  new Promise<{ content: string; description: string }[]>((resolve) => browser.typed(text, resolve));

beforeEach(async () => {
  browser.opened = [];
  const db = makeDb();
  await store(db, {
    insert: [
      makeDraft({ title: `Fish & <b>chips</b> for "two" \u0007` }),
      ...Array.from({ length: 8 }, (_, n) => makeDraft({ title: `Harbour ${n}` })),
    ],
  });
  answerAddressBar(db);
});

test("what is typed is searched for, and what stands above all says so, in well-formed XML", () => {
  expect(browser.standing).toBe("Search &amp; find <match>%s</match>");
});

test("articles are suggested with their words marked, and nothing of a headline is markup", async () => {
  expect(await suggested("fish")).toEqual([
    {
      content: expect.stringMatching(/^#\/article\/\d+$/),
      description: "<match>Fish</match> &amp; &lt;b&gt;chips&lt;/b&gt; for &quot;two&quot;  ",
    },
  ]);
});

test("six are suggested, and none for what is not found", async () => {
  expect(await suggested("harb")).toHaveLength(6);
  expect(await suggested("glacier")).toEqual([]);
  expect(await suggested(" ")).toEqual([]);
});

test("Enter opens the search or the article, in the tab that was asked for", () => {
  browser.entered("two words/é", "currentTab");
  browser.entered("#/article/7", "newForegroundTab");
  browser.entered("tag:world", "newBackgroundTab");
  expect(browser.opened).toEqual([
    "here ext:/reader.html#/search/two%20words%2F%C3%A9",
    "before ext:/reader.html#/article/7",
    "behind ext:/reader.html#/search/tag%3Aworld",
  ]);
});
