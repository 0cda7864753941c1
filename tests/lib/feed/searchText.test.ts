import { expect, test } from "vitest";
import { searchTextOf } from "../../../lib/feed/searchText.ts";
import { termsOf } from "../../../lib/search/terms.ts";
import type { Body } from "../../../lib/model.ts";

const terms = (format: Body["format"], source: string) => termsOf(searchTextOf({ format, source, baseUrl: null }));

test("text of every format is found", () => {
  expect(terms("html", "<p>one <b>two</b></p><script>no</script>")).toEqual(["one", "two"]);
  expect(terms("markdown", "# One\n\n[two](https://x.example/no) **three**")).toEqual(["one", "two", "three"]);
  expect(terms("text", "one <two>")).toEqual(["one", "two"]);
});

test("misread UTF-8 is found as it is shown", () => {
  expect(terms("html", "<p>dâ€™Arc</p>")).toEqual(["d", "arc"]);
  expect(terms("html", "<p>CafÃ© und cafÃ©</p>")).toEqual(["cafe", "und", "cafe"]);
  expect(terms("html", "<script>x</script><p>CafÃ©</p>")).toEqual(["cafe"]);
});

test("a right paragraph does not keep a wrong one from being repaired", () => {
  expect(terms("html", "<p>Mädchen</p><p>CafÃ© CafÃ© dâ€™Arc</p>")).toEqual(["madchen", "cafe", "cafe", "d", "arc"]);
});
