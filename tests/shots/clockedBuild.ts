import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../support/browser.ts";

/** When all pictures are taken. */
export const NOW = Date.UTC(2024, 6, 3, 18, 10);

/**
 * A copy of the built extension in which it is always the same minute and chance always the same, so that pictures of
 * one day are those of any other. Each script has one line in front of it for that, and the local server's names are granted. All else is as built.
 */
export function withClock(build: string, copy: string): string {
  rmSync(copy, { recursive: true, force: true });
  cpSync(build, copy, { recursive: true });
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith(".js")) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, `(${stopClock})(${NOW});\n${readFileSync(path, "utf8")}`);
  }
  const path = join(copy, "manifest.json");
  // The build wrote it.
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const host_permissions = [...(manifest.host_permissions ?? []), "http://*.feeds.test/*"];
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions }));
  return copy;
}

/** Runs in front of each script of the copy; whichever is first stops the clock. */
function stopClock(now: number): void {
  if ("clockStopped" in globalThis) return;
  Object.assign(globalThis, {
    clockStopped: true,
    Math: Object.assign(Math, { random: () => 0.5 }),
    Date: new Proxy(Date, {
      construct: (date, given: unknown[], made) => Reflect.construct(date, given.length > 0 ? given : [now], made),
      get: (date, key) => (key === "now" ? () => now : Reflect.get(date, key)),
    }),
  });
}
