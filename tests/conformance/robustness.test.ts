import { expect, test } from "vitest";
import type { Engine } from "./fields.ts";
import { fieldsOf } from "./inBrowser.ts";
import { robustnessComplaints, TRIALS } from "./robustness.ts";

const readHere: Engine = (bytes, from) => {
  const answer = fieldsOf(Buffer.from(bytes).toString("base64"), from);
  if (typeof answer === "string") throw new Error(answer);
  return answer;
};

test("everything that the world breaks comes out right or is refused for the right reason", async () => {
  expect(await robustnessComplaints(readHere)).toEqual([]);
});

test("an engine that reads nothing is found out by every trial", async () => {
  expect(await robustnessComplaints(() => ({ title: null, link: null, items: [] }))).toHaveLength(TRIALS.length);
});
