import { expect, test } from "vitest";
import { fillPeerTable } from "./peerTable.ts";

const page = (table: string) => `# Page\n\n<!-- peers -->\n\n${table}\n<!-- /peers -->\n\nThe rest.\n`;

test("one command fills in its columns and leaves another's alone", () => {
  const passes = fillPeerTable(page(""), { ours: { pass: "9" }, theirs: { pass: "10" } });
  const speeds = fillPeerTable(passes, { ours: { speed: "30" }, another: { speed: "5" } });
  expect(speeds).toBe(
    page(`| Reader  | pass | speed |
| ------- | ---: | ----: |
| ours    |    9 |    30 |
| theirs  |   10 |       |
| another |      |     5 |
`),
  );
  expect(fillPeerTable(speeds, { ours: { speed: "31" } })).toBe(speeds.replace("30", "31"));
});

test("a page without the table is refused", () => {
  expect(() => fillPeerTable("# Page\n", {})).toThrow("no table");
});
