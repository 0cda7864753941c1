/** `npm start`: builds the extension and opens it in a browser; `npm start -- --firefox` in Firefox. */
import { spawnSync } from "node:child_process";
import { setUp } from "./setup.mjs";

const kind = process.argv.includes("--firefox") ? "firefox" : "chromium";
setUp({ browsers: [kind] });

const target = kind === "firefox" ? ["-b", "firefox", "--mv3"] : [];
const build = spawnSync(process.execPath, ["node_modules/wxt/bin/wxt.mjs", "build", ...target], { stdio: "inherit" });
if (build.status !== 0) process.exit(1);

// Only now are the packages there for certain. jiti, because Node 20 reads no TypeScript; in this process, so that
// Ctrl-C reaches the browser.
const { createJiti } = await import("jiti");
const { start } = await createJiti(import.meta.url).import("./start.ts");
process.exit(await start({ kind, isHeadless: process.argv.includes("--headless") || !hasDisplay() }));

function hasDisplay() {
  if (process.env.CI) return false;
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
