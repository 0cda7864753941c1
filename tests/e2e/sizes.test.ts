import { afterAll, describe, expect, test } from "vitest";
import { allScripts, modulePreloadsOf, packedBytes, scriptsOf } from "../support/scriptSizes.ts";

const KB = 1024;
const rows: object[] = [];

describe.each(["chrome-mv3", "firefox-mv3"])("the JavaScript of %s, minified and packed", (name) => {
  const build = `.output/${name}`;

  test.each([
    { what: "popup before its first paint", entry: "popup.html", most: 15 },
    { what: "background", entry: "background.js", most: 130 },
  ])("$what: at most $most KB", ({ what, entry, most }) => {
    const scripts = scriptsOf(build, entry);
    const bytes = note(what, scripts, most);
    expect(bytes).toBeGreaterThan(KB);
    expect(bytes).toBeLessThanOrEqual(most * KB);
  });

  test("all of it: at most 400 KB", () => {
    expect(note("all", allScripts(build), 400)).toBeLessThanOrEqual(400 * KB);
  });

  test.each(["popup.html", "sidepanel.html", "reader.html"])(
    "%s names its scripts, so none waits for another",
    (page) => {
      const scripts = scriptsOf(build, page);
      note(page, scripts, null);
      expect(modulePreloadsOf(build, page).sort()).toEqual(scripts.slice(1).sort());
    },
  );

  function note(what: string, scripts: string[], most: number | null): number {
    const bytes = packedBytes(build, scripts);
    rows.push({ build: name, what, files: scripts.length, KB: (bytes / KB).toFixed(1), most });
    return bytes;
  }
});

afterAll(() => console.table(rows));
