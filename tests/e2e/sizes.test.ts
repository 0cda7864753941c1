import { afterAll, describe, expect, test } from "vitest";
import { allScripts, firstLoadOf, modulePreloadsOf, packedBytes, scriptsOf } from "../support/scriptSizes.ts";

const KB = 1024;
const rows: object[] = [];

describe.each(["chrome-mv3", "firefox-mv3"])("the JavaScript of %s, minified and packed", (name) => {
  const build = `.output/${name}`;

  test.each([
    { what: "popup before its first paint", entry: "popup.html", most: 15, files: 4 },
    { what: "panel before its first rows", entry: "sidepanel.html", most: 71, files: 7 },
    { what: "tab before its first rows", entry: "reader.html", most: 71, files: 7 },
    { what: "background", entry: "background.js", most: 130, files: 6 },
  ])("$what: at most $most KB in $files files", ({ what, entry, most, files }) => {
    const scripts = scriptsOf(build, entry);
    expect(scripts.length).toBeLessThanOrEqual(files);
    const bytes = note(what, scripts, most);
    expect(bytes).toBeGreaterThan(KB);
    expect(bytes).toBeLessThanOrEqual(most * KB);
  });

  test("all of it: at most 400 KB", () => {
    expect(note("all", allScripts(build), 400)).toBeLessThanOrEqual(400 * KB);
  });

  test.each(["popup.html", "sidepanel.html", "reader.html"])(
    "%s asks the store first, and names its scripts, so that none waits for another",
    (page) => {
      const [first, main, ...others] = scriptsOf(build, page);
      expect(first).toBe("firstRead.js");
      expect(firstLoadOf(build, page)).toBe(first);
      expect(main).toMatch(/^chunks\//);
      expect(modulePreloadsOf(build, page).sort()).toEqual(others.sort());
    },
  );

  function note(what: string, scripts: string[], most: number): number {
    const bytes = packedBytes(build, scripts);
    rows.push({ build: name, what, files: scripts.length, KB: (bytes / KB).toFixed(1), most });
    return bytes;
  }
});

afterAll(() => console.table(rows));
