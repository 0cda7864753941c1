import { expect, test } from "vitest";
import { localMidnight, localNoon } from "../../../lib/refresh/zone.ts";

test("a calendar day starts and is at noon where this machine is", () => {
  const day = Date.UTC(2026, 4, 3);
  expect(localMidnight(day)).toBe(new Date("2026-05-03T00:00:00").getTime());
  expect(localNoon(day)).toBe(new Date("2026-05-03T12:00:00").getTime());
});
