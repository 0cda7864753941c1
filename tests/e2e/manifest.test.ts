import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { liveBuild } from "../support/live.ts";

const manifestIn = (folder: string): Record<string, unknown> =>
  // The build wrote it, as an object.
  JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")) as Record<string, unknown>;

const manifestOf = (build: string) => manifestIn(`.output/${build}`);

const PERMISSIONS = [
  "activeTab",
  "alarms",
  "contextMenus",
  "notifications",
  "scripting",
  "storage",
  "unlimitedStorage",
];
const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:; " +
  "font-src 'self'; media-src 'none'; connect-src 'self' https: http:; frame-src 'self'; form-action 'none'; " +
  "base-uri 'none'; object-src 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; " +
  "trusted-types dompurify foldline-worker";

describe.each([
  { build: "chrome-mv3", permissions: [...PERMISSIONS, "sidePanel"] },
  { build: "firefox-mv3", permissions: PERMISSIONS },
])("the manifest of $build", ({ build, permissions }) => {
  const manifest = manifestOf(build);

  test("asks for exactly the permissions that PRIVACY.md explains, and for no host", () => {
    expect([...(manifest["permissions"] as string[])].sort()).toEqual([...permissions].sort());
    expect(manifest["host_permissions"] ?? []).toEqual([]);
    expect(manifest["optional_host_permissions"]).toEqual(["https://*/*", "http://*/*"]);
    const explained = readFileSync("PRIVACY.md", "utf8");
    expect(permissions.filter((permission) => !explained.includes(`\`${permission}\``))).toEqual([]);
  });

  test("keeps its pages under the strict policy, and opens nothing to other pages", () => {
    expect(manifest["content_security_policy"]).toEqual({ extension_pages: POLICY });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["externally_connectable"]));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["web_accessible_resources"]));
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(["content_scripts"]));
    expect(manifest["incognito"]).toBe("not_allowed");
  });

  test("answers in the address bar to one keyword, for which no permission is needed", () => {
    expect(manifest["omnibox"]).toEqual({ keyword: "news" });
  });
});

test.each([
  { build: "chrome-mv3", panel: { "open-panel": { ...suggested("S"), description: "__MSG_openSidePanel__" } } },
  { build: "firefox-mv3", panel: { _execute_sidebar_action: suggested("S") } },
])("$build suggests two keys of the browser, for the popup and for the panel, and no others", ({ build, panel }) => {
  expect(manifestOf(build)["commands"]).toEqual({ _execute_action: suggested("F"), ...panel });
});

function suggested(letter: string) {
  return { suggested_key: { default: `Alt+Shift+${letter}` } };
}

test("Firefox does not open the sidebar by itself", () => {
  expect(manifestOf("firefox-mv3")["sidebar_action"]).toMatchObject({ open_at_install: false });
});

test.each(["chromium", "firefox"] as const)("a build for a live site asks for its host alone in %s", (kind) => {
  expect(manifestIn(liveBuild(kind))["host_permissions"]).toEqual(["http://home.feeds.test/*"]);
});
