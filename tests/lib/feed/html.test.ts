import { expect, test } from "vitest";
import { decodeEntities } from "../../../lib/feed/html.ts";

test("character references are decoded once", () => {
  expect(decodeEntities("&amp;lt; &#65; &#x1F600; &nbsp;| &#128; &#xD800; &bogus; & &copy")).toBe(
    "&lt; A 😀 \u00A0| € \uFFFD &bogus; & &copy",
  );
});
