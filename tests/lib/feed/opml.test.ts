import { describe, expect, test } from "vitest";
import { readOpml, type NotOpml, type Opml } from "../../../lib/feed/opml.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const listOf = (outlines: string): string => `<opml version="2.0"><body>${outlines}</body></opml>`;

function read(text: string): Opml {
  const opml = readOpml(bytesOf(text));
  if (opml.kind !== "opml") throw new Error(`not OPML: ${opml.reason}`);
  return opml;
}

const tagsOf = (outlines: string): string[] | undefined => read(listOf(outlines)).feeds[0]?.tags;
const feed = (name: string, rest = ""): string =>
  `<outline type="rss" text="${name}" xmlUrl="https://${name}.example/feed" ${rest}/>`;

describe("tags", () => {
  test("every folder on the way to a feed is one", () => {
    expect(tagsOf(`<outline text="News"><outline text="World">${feed("a")}</outline></outline>`)).toEqual([
      "News",
      "World",
    ]);
  });

  test("a folder that is closed is none of the feeds after it", () => {
    expect(tagsOf(`<outline text="News"></outline>${feed("a")}`)).toEqual([]);
  });

  test("a feed around a feed is no folder", () => {
    const nested = `<outline text="Outer" xmlUrl="https://outer.example/feed">${feed("inner")}</outline>`;
    expect(read(listOf(nested)).feeds.map(({ title, tags }) => [title, tags])).toEqual([
      ["Outer", []],
      ["inner", []],
    ]);
  });

  test("of a hundred folders the outer twenty are", () => {
    const deep = Array.from({ length: 100 }, (_, level) => `<outline text="f${level}">`).join("");
    expect(tagsOf(deep + feed("a"))).toEqual(Array.from({ length: 20 }, (_, level) => `f${level}`));
  });

  test("a feed that is listed twice has those of both places", () => {
    const { feeds, skipped } = read(
      listOf(`<outline text="A">${feed("x")}</outline><outline text="B">${feed("x")}</outline>`),
    );
    expect(feeds).toEqual([{ url: "https://x.example/feed", title: "x", homeUrl: null, tags: ["A", "B"] }]);
    expect(skipped).toEqual([{ text: "x", url: "https://x.example/feed", why: "duplicate" }]);
  });
});

describe("encodings", () => {
  const text = `<?xml version="1.0"?>${listOf('<outline text="Žluťoučký – 日本" xmlUrl="https://a.example/feed"/>')}`;

  test("UTF-8 with a byte order mark", () => {
    expect(read(`\uFEFF${text}`).feeds[0]?.title).toBe("Žluťoučký – 日本");
  });

  test.each(["utf-16le", "utf-16be"])("%s", (encoding) => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    const opml = readOpml(new Uint8Array(encoding === "utf-16be" ? bytes.swap16() : bytes));
    expect(opml).toMatchObject({ feeds: [{ title: "Žluťoučký – 日本" }] });
  });

  test("a prolog that names Latin-1, and one that lies about it", () => {
    const prolog = '<?xml version="1.0" encoding="ISO-8859-1"?>';
    const list = listOf('<outline text="Café" xmlUrl="https://a.example/feed"/>');
    const latin = readOpml(new Uint8Array(Buffer.from(prolog + list, "latin1")));
    const liar = readOpml(new Uint8Array(Buffer.from(prolog.replace("ISO-8859-1", "UTF-8") + list, "latin1")));
    expect(latin).toMatchObject({ feeds: [{ title: "Café" }] });
    expect(liar).toMatchObject({ feeds: [{ title: "Café" }] });
  });
});

describe("what is no OPML", () => {
  test.each<[string, NotOpml["reason"]]>([
    ["", "empty"],
    [" \n", "empty"],
    ["Dear Robin,", "malformed"],
    ["\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e", "notText"],
    ["<!doctype html><html><body><p>Sign in</p></body></html>", "webPage"],
    ['<rss version="2.0"><channel><title>A</title></channel></rss>', "feed"],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', "feed"],
    ["<bookmarks/>", "otherXml"],
    [`<opml>${" ".repeat(2 * 1024 * 1024)}</opml>`, "tooLarge"],
  ])("%.30s", (text, reason) => {
    expect(readOpml(bytesOf(text))).toEqual({ kind: "notOpml", reason });
  });

  test("a list without outlines is one, and empty", () => {
    expect(read("<opml/>").feeds).toEqual([]);
  });
});

describe("two megabytes of", () => {
  const full = (piece: string): string => piece.repeat((2 * 1024 * 1024 - 2000) / piece.length);
  const numbered = (count: number, piece: (number: number) => string): string =>
    Array.from({ length: count }, (_, number) => piece(number)).join("");
  const laughs = numbered(20, (n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  const bombs: [string, string][] = [
    ["empty outlines", listOf(full("<outline/>"))],
    ["nested outlines", listOf(full('<outline text="x">'))],
    ["nested feeds", listOf(numbered(30_000, (n) => `<outline xmlUrl="http://x.example/${n}" text="${n}">`))],
    ["feeds", listOf(numbered(35_000, (n) => `<outline xmlUrl="https://x.example/${n}"/>`))],
    ["one feed", listOf(full('<outline xmlUrl="http://x.example/"/>'))],
    ["folders of one name around feeds", listOf(full('<outline text="x"><outline xmlUrl="http://x.example/"/>'))],
    [
      "folders of many names around one feed",
      listOf(numbered(30_000, (n) => `<outline text="${n}"><outline xmlUrl="http://x.example/"/></outline>`)),
    ],
    ["broken outlines", listOf(full('<outline xmlUrl="http://x.example/" '))],
    ["entities in a title", listOf(`<outline text="${full("&amp;")}" xmlUrl="https://x.example/"/>`)],
    [
      "unknown entities",
      listOf(numbered(14_000, (n) => `<outline text="${`&a${n};`.repeat(10)}" xmlUrl="http://x.y/"/>`)),
    ],
    ["attributes", listOf(`<outline ${full('a="b" ')} xmlUrl="https://x.example/"/>`)],
    ["a name", listOf(`<outline ${full("a")} xmlUrl="https://x.example/"/>`)],
    ["categories", listOf(`<outline category="${full("/a,")}" xmlUrl="https://x.example/"/>`)],
    [
      "stacked accents",
      listOf(numbered(900, () => `<outline text="a${"\u0301".repeat(1100)}" xmlUrl="https://x.y/"/>`)),
    ],
    ["declarations", `${full("<!a>")}<opml/>`],
    ["titles", `<opml>${full("<title>")}`],
    ["brackets", `<opml>${full("<")}`],
    ["comments", `<opml>${full("<!---->")}`],
    ["unclosed comments", `<opml>${full("<!--")}`],
    [
      "laughs",
      `<!DOCTYPE opml [<!ENTITY l0 "lol">${laughs}]>${listOf(`<outline text="&l20;" xmlUrl="https://x.y/"/>`)}`,
    ],
  ];

  test.each(bombs)("%s end in a result within a second of the processor", (_what, text) => {
    const bytes = bytesOf(text);
    const from = process.cpuUsage();
    const opml = readOpml(bytes);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1000).toBeLessThan(1000);
    if (opml.kind === "opml") expect(opml.feeds.length).toBeLessThanOrEqual(2000);
  });

  test("a million outlines are more than a list may have, and refused unread", () => {
    expect(readOpml(bytesOf(listOf("<outline/>".repeat(1_000_000))))).toEqual({ kind: "notOpml", reason: "tooLarge" });
  });

  test("ten thousand levels lose nothing", () => {
    const depth = 10_000;
    const nested = `${'<outline text="x">'.repeat(depth)}${feed("a")}${"</outline>".repeat(depth)}${feed("b")}`;
    expect(read(listOf(nested)).feeds.map(({ title, tags }) => [title, tags])).toEqual([
      ["a", ["x"]],
      ["b", []],
    ]);
  });

  test("entities of the document's own are left as they stand", () => {
    const opml = read(bombs.at(-1)?.[1] ?? "");
    expect(opml.feeds[0]?.title).toBe("&l20;");
  });
});

test("what is more than two thousand feeds is reported", () => {
  const { feeds, skipped } = read(listOf(Array.from({ length: 2100 }, (_, n) => feed(`f${n}`)).join("") + feed("f7")));
  expect(feeds).toHaveLength(2000);
  expect(skipped.filter(({ why }) => why === "tooMany")).toHaveLength(100);
  expect(skipped.at(-1)).toEqual({ text: "f7", url: "https://f7.example/feed", why: "duplicate" });
});

test("cut after any byte, a list keeps each feed that is whole and says that it is not", () => {
  const text = listOf(`<outline text="A">${feed("a")}${feed("b")}</outline>${feed("ç")}`);
  const bytes = bytesOf(text);
  for (let length = text.indexOf("<body"); length < bytes.length - 1; length++) {
    const before = new TextDecoder().decode(bytes.subarray(0, length));
    const opml = readOpml(bytes.subarray(0, length));
    const whole = [...before.matchAll(/<outline type[^>]*>/g)].length;
    expect(opml).toMatchObject({ kind: "opml", isWhole: false });
    if (opml.kind === "opml") expect(opml.feeds).toHaveLength(whole);
  }
});
