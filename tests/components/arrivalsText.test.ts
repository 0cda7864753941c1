import "../support/englishMessages.ts";
import { expect, test } from "vitest";
import { arrivalsText } from "../../components/arrivalsText.ts";

test.each([
  [1, "1 new article"],
  [99, "99 new articles"],
  [100, "99+ new articles"],
])("%i that wait are %s", (count, said) => {
  expect(arrivalsText(count)).toBe(said);
});
