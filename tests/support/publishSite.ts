import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publishSite } from "../../lib/publish/command.ts";

/** What the publisher kit makes of the edition's sources for a site at `url`, in a folder of its own. */
export function publishedSite(url: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "foldline-site-"));
  const complaints: string[] = [];
  const code = publishSite(["lib/publish/edition", folder, "--url", url], {
    print: () => undefined,
    complain: (line) => void complaints.push(line),
  });
  if (code !== 0) throw new Error(`The kit failed: ${complaints.join("\n")}`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
