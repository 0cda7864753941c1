import { expect, test } from "vitest";
import type { StoredImage } from "../../../lib/model.ts";
import { comingOf, isComing, picturesOf } from "../../../lib/view/pictureAddresses.ts";

const WANTED = picture("wanted", { wanted: 1 });
const SMALL = picture("small", { thumb: new Blob(["x"]) });
const WHOLE = picture("whole", { thumb: new Blob(["x"]), full: new Blob(["xx"]) });
const ABSENT = picture("absent", {});

test.each([
  { size: "thumb", shown: ["wanted", "small", "whole"] },
  { size: "full", shown: ["wanted", "whole"] },
] as const)("before a picture ($size) has an address, it takes the place that it will have", ({ size, shown }) => {
  const all = [WANTED, SMALL, WHOLE, ABSENT];
  const coming = comingOf(all, size);
  expect([...coming.keys()]).toEqual(shown);
  expect(shown.every((url) => isComing(coming, url))).toBe(true);
  expect([...picturesOf(all, { size, addresses: new Map() }).keys()]).toEqual(shown);
});

function picture(url: string, parts: Partial<StoredImage>): StoredImage {
  return { url, feedId: "home", wanted: 0, tries: 0, full: null, thumb: null, width: 0, height: 0, ...parts };
}
