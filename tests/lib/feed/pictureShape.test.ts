import { expect, test } from "vitest";
import { readPictureShape } from "../../../lib/feed/pictureShape.ts";
import { png } from "../publish/folder.ts";

const losslessWebp = Buffer.from("UklGRhwAAABXRUJQVlA4TA8AAAAvBgABEAfQ1IgCBiKi/wEA", "base64");
const extendedWebp = Buffer.from(
  "UklGRl4AAABXRUJQVlA4WAoAAAAQAAAABgAABAAAQUxQSAoAAAABB1DAiAhERP8DVlA4IC4AAADQAQCdASoHAAUAAgA0JaACdLoB+AADsAD+7L2P/OwbEu145//U4/Mr+ZX+ykAA",
  "base64",
);
const simpleWebp = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP"), extendedWebp.subarray(48)]);
const gif = Buffer.concat([Buffer.from("GIF89a"), Buffer.from([7, 0, 5, 0, 0, 0, 0])]);
const jpegHead = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9];
const jpeg = Buffer.from([...jpegHead, 0xff, 0xc2, 0, 11, 8, 0, 5, 0, 7, 1, 1, 0x11, 0]);
const avif = Buffer.concat([
  Buffer.from("\0\0\0\x18ftypavif\0\0\0\0mif1miaf\0\0\0\x14ispe\0\0\0\0", "latin1"),
  Buffer.from([0, 0, 0, 7, 0, 0, 0, 5, 0, 0, 0, 0]),
]);

test.each([
  ["image/png", png],
  ["image/gif", gif],
  ["image/jpeg", jpeg],
  ["image/webp", simpleWebp],
  ["image/webp", losslessWebp],
  ["image/webp", extendedWebp],
  ["image/avif", avif],
])("an %s is known by its bytes, with its size", (type, bytes) => {
  expect(readPictureShape(bytes)).toEqual({ type, width: 7, height: 5 });
});

test.each([
  ["a web page", Buffer.from("<!doctype html><title>not a picture</title>")],
  ["an empty file", Buffer.alloc(0)],
  ["half a PNG header", png.subarray(0, 12)],
  ["a JPEG without a frame", Buffer.from(jpegHead)],
])("%s is no picture", (_, bytes) => {
  expect(readPictureShape(bytes)).toBeNull();
});
