import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A real folder with these files in it (path → content), gone when the test is. */
export function makeFolder(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "foldline-publish-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** An article's file: the least frontmatter that is valid, with what is given in place of it. */
export function writeArticle(body: string, fields: Record<string, string> = {}): string {
  const lines = Object.entries({ title: '"A title"', pubDate: '"2024-07-03"', ...fields });
  return `---\n${lines.map(([name, value]) => `${name}: ${value}`).join("\n")}\n---\n${body}`;
}

/** 7 by 5 pixels. */
export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAYAAACJmvbYAAAABmJLR0QA/wD/AP+gvaeTAAAAFUlEQVQImWNkWMnQwIADMOGSoKEkAKhNATME1eoGAAAAAElFTkSuQmCC",
  "base64",
);
