import { expect, test } from "vitest";
import type { Enclosure } from "../../../lib/model.ts";
import { attachedTo } from "../../../lib/view/enclosures.ts";

const enclosure = (url: string, type = "", length: number | null = null): Enclosure => ({ url, type, length });
const kindsOf = (enclosures: Enclosure[]) => attachedTo({ enclosures, hero: null }).map(({ kind }) => kind);

test("what is attached is told by its type, else by its address", () => {
  expect(
    kindsOf([
      enclosure("https://a.example/1.bin", "audio/mpeg"),
      enclosure("https://a.example/2", "VIDEO/mp4; codecs=avc1"),
      enclosure("https://a.example/3", "application/pdf"),
      enclosure("https://a.example/4.PNG?w=1"),
      enclosure("https://a.example/5.mp3", "application/octet-stream"),
      enclosure("https://a.example/6", "text/html"),
    ]),
  ).toEqual(["audio", "video", "pdf", "image", "audio", "file"]);
});

test("sizes that can't be true are not said", () => {
  const sizes = [null, 0, 1, 999, 24_000_000].map((length, i) => enclosure(`https://a.example/${i}`, "", length));
  expect(attachedTo({ enclosures: sizes, hero: null }).map(({ bytes }) => bytes)).toEqual([
    ...[null, null, null, null],
    24_000_000,
  ]);
});

test("the picture above the text is not attached to it once more, in whatever size", () => {
  const enclosures = [
    enclosure("https://a.example/hero-300x200.jpg", "image/jpeg"),
    enclosure("https://a.example/b.jpg"),
  ];
  const attached = attachedTo({ enclosures, hero: { url: "https://a.example/hero.jpg", alt: "" } });
  expect(attached.map(({ url }) => url)).toEqual(["https://a.example/b.jpg"]);
});

test("each address is a link once, and only the web's are", () => {
  const urls = [
    ...[
      "https://www.a.example/1",
      "https://www.a.example/1",
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
    ],
    ...[
      "JAVASCRIPT:1",
      "blob:https://a.example/1",
      "https://user:secret@a.example/",
      "chrome://settings",
      "",
      "mailto:a@b.c",
    ],
  ];
  expect(attachedTo({ enclosures: urls.map((url) => enclosure(url)), hero: null })).toEqual([
    { url: "https://www.a.example/1", kind: "file", bytes: null, host: "a.example" },
  ]);
});
