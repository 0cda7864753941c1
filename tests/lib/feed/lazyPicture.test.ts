import { describe, expect, test } from "vitest";
import { isLazy, isPixel, pictureAddress } from "../../../lib/feed/lazyPicture.ts";

const BASE = "https://x.example/a/";
const DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

describe("a picture's address is found", () => {
  test.each<[what: string, image: Record<string, string>, expected: string | null]>([
    ["where it stands", { src: "p.jpg" }, "p.jpg"],
    ["in data-src", { src: DOT, "data-src": "p.jpg" }, "p.jpg"],
    ["in data-original", { src: "/blank.gif", "data-original": "p.jpg" }, "p.jpg"],
    ["in data-lazy-src", { "data-lazy-src": "p.jpg" }, "p.jpg"],
    ["in data-orig-file, where there is no other", { src: DOT, "data-orig-file": "p.jpg" }, "p.jpg"],
    [
      "in src rather than in data-orig-file, which is the camera's",
      { src: "p.jpg", "data-orig-file": "9.jpg" },
      "p.jpg",
    ],
    ["in data-srcset", { src: DOT, "data-srcset": "s.jpg 300w, p.jpg 900w" }, "p.jpg"],
    ["in data-lazy-srcset", { src: DOT, "data-lazy-srcset": "p.jpg 900w" }, "p.jpg"],
    ["in a lazy set before what stands in src meanwhile", { src: "blurred.jpg", "data-srcset": "p.jpg 900w" }, "p.jpg"],
    ["in srcset behind a placeholder", { src: DOT, srcset: "p.jpg 900w" }, "p.jpg"],
    ["in src, although a lazy attribute is nonsense", { src: "p.jpg", "data-src": "javascript:x" }, "p.jpg"],
    ["nowhere, in a placeholder alone", { src: DOT }, null],
    ["nowhere, in a placeholder known by its name", { src: "/img/transparent_1x1.png?v=2" }, null],
    ["in a file that is only named like one", { src: "blank-space.jpg" }, "blank-space.jpg"],
    ["nowhere", { alt: "x" }, null],
  ])("%s", (_what, image, expected) => {
    expect(pictureAddress(image, [], BASE)).toBe(expected === null ? null : BASE + expected);
  });
});

describe("of a set, the choice is", () => {
  test.each([
    ["the largest up to 1600 pixels", "s.jpg 300w, m.jpg 1200w, p.jpg 1600w, l.jpg 3000w", "p.jpg"],
    ["a larger one, rather than one narrower than a column", "s.jpg 300w, p.jpg 3000w, l.jpg 5000w", "p.jpg"],
    ["a small one, where there is no other", "p.jpg 300w", "p.jpg"],
    ["the densest", "s.jpg, m.jpg 2x, p.jpg 3x", "p.jpg"],
    ["right although addresses hold commas", "a,w_3,h_4/s.jpg 300w,a,w_9/p.jpg 900w", "a,w_9/p.jpg"],
    ["right in a list without sizes", "p.jpg", "p.jpg"],
    ["right behind a stray comma", "p.jpg 900w,", "p.jpg"],
  ])("%s", (_what, srcset, expected) => {
    expect(pictureAddress({ srcset }, [], BASE)).toBe(BASE + expected);
  });
});

test("a picture element's sources count where its img has nothing to show", () => {
  const sources = [{ type: "image/svg+xml", srcset: "v.svg" }, { srcset: "p.avif 900w" }];
  expect(pictureAddress({ alt: "" }, sources, BASE)).toBe(`${BASE}p.avif`);
  expect(pictureAddress({ src: "p.jpg" }, sources, BASE)).toBe(`${BASE}p.jpg`);
  expect(pictureAddress({ src: DOT }, [{ "data-srcset": "p.webp 900w" }], BASE)).toBe(`${BASE}p.webp`);
});

test.each<[what: string, image: Record<string, string>, expected: boolean]>([
  ["an address that waits", { "data-src": "p.jpg", src: "small.jpg" }, true],
  ["no address", {}, true],
  ["a placeholder", { src: DOT }, true],
  ["a picture of its own", { src: "p.jpg", "data-orig-file": "9.jpg" }, false],
])("an img with %s is lazy: %s", (_what, image, expected) => {
  expect(isLazy(image)).toBe(expected);
});

test.each<[attributes: Record<string, string>, expected: boolean]>([
  [{ width: "1" }, true],
  [{ height: " 2px" }, true],
  [{ style: "max-width:1px" }, true],
  [{ style: "border:0;display:none" }, true],
  [{ width: "10", height: "12" }, false],
  [{ style: "width:100%" }, false],
])("%o is a pixel: %s", (attributes, expected) => {
  expect(isPixel(attributes)).toBe(expected);
});
