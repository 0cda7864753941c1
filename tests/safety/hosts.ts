import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeedServer } from "../support/feedServer.ts";

/** Where the cells are: in a page of the web, which has no layer of its own, or in one of a copy of the extension. */

/** A script of the page's own, which its policy admits: where nothing else stops it, it must be seen. */
export const PLANTED = '<script src="/planted.js"></script>';
const PLANTED_CODE = "alert('planted')";

const page = (script: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cells</title><body><script src="/${script}"></script></body></html>`;

/** Holds nothing back, and tells of each script that its report-only policy has something against. */
export function serveCells(server: FeedServer, { script, build }: { script: string; build: string }): string {
  const headers = { "content-security-policy-report-only": "script-src 'self'" };
  server.serve("/cells.html", { body: page("cells.js"), headers });
  server.serve("/cells.js", { body: script });
  server.serve("/planted.js", { body: PLANTED_CODE });
  server.serve("/markdown.js", { body: readFileSync(join(build, "markdown.js")) });
  return `${server.origin()}/cells.html`;
}

/** A copy of a build with one more page, `name`.html, and its script; `without` are directives that its policy lacks. */
export function extendBuild(build: string, added: { name: string; script: string; without: string[] }): string {
  const folder = mkdtempSync(join(tmpdir(), "foldline-cells-"));
  cpSync(build, folder, { recursive: true });
  writeFileSync(join(folder, `${added.name}.html`), page(`${added.name}.js`));
  writeFileSync(join(folder, `${added.name}.js`), added.script);
  writeFileSync(join(folder, "planted.js"), PLANTED_CODE);
  const path = join(folder, "manifest.json");
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(path, "utf8")) as BuiltManifest;
  const directives = manifest.content_security_policy.extension_pages.split("; ");
  const kept = directives.filter((directive) => !added.without.includes(directive.split(" ")[0] ?? ""));
  if (directives.length - kept.length !== added.without.length) throw new Error("The policy lacks what was to go");
  const content_security_policy = { extension_pages: kept.join("; ") };
  writeFileSync(path, JSON.stringify({ ...manifest, content_security_policy }));
  return folder;
}

type BuiltManifest = { content_security_policy: { extension_pages: string } };

/** The sandbox that the product gives its article frame, from its source. */
export function sandboxOfProduct(): string {
  const source = readFileSync(join(import.meta.dirname, "../../components/readyFrame.ts"), "utf8");
  const found = [...source.matchAll(/setAttribute\("sandbox", "([^"]*)"\)/g)];
  const [only] = found;
  if (found.length !== 1 || only?.[1] === undefined) throw new Error("The frame's sandbox is not where it was");
  return only[1];
}
