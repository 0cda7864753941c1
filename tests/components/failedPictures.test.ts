// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { hideFailedPictures } from "../../components/failedPictures.ts";

hideFailedPictures();

let picture: HTMLImageElement;

beforeEach(() => {
  document.body.innerHTML = `<img alt="">`;
  picture = document.querySelector("img") ?? new Image();
});

test("a picture that fails goes with its box, and comes back with a source that does not", () => {
  picture.dispatchEvent(new Event("error"));
  expect(picture.hidden).toBe(true);
  picture.dispatchEvent(new Event("load"));
  expect(picture.hidden).toBe(false);
});
