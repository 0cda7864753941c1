/**
 * Makes a bare clone ready: Node's version, the packages, the browsers.
 * It runs before anything is installed, so it imports nothing but Node.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./findBrowsers.mjs";

/**
 * Returns the executables of the wanted browsers. When something is missing that it can't put right, it says in one
 * line what to do and ends the process with code 1.
 *
 * @param {{ browsers: ("chromium" | "firefox")[] }} wanted
 * @returns {Record<string, string>}
 */
export function setUp({ browsers }) {
  process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
  demandNode();
  if (!packagesFitTheLock()) installPackages();
  return Object.fromEntries(browsers.map((kind) => [kind, findBrowser(kind) ?? installBrowser(kind)]));
}

/** What answers the browser's own questions, where that can be had; whatever needs it says so where it cannot. */
export function installScreen() {
  const isThere = ["Xvfb", "xdotool"].every((program) => existsSync(`/usr/bin/${program}`));
  if (isThere || distribution() !== "debian" || process.getuid?.() !== 0) return;
  console.log("Installing xvfb and xdotool (apt-get) …");
  spawnSync("apt-get", ["-qq", "update"]);
  spawnSync("apt-get", ["-qq", "install", "--yes", "--no-install-recommends", "xvfb", "xdotool"], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function demandNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Node 20.19 or newer is needed and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  );
}

/** npm writes node_modules/.package-lock.json as the last act of an install: it is the stamp to compare with. */
function packagesFitTheLock() {
  const stamp = "node_modules/.package-lock.json";
  if (!existsSync(stamp)) return false;
  const installed = packagesIn(stamp);
  const locked = Object.entries(packagesIn("package-lock.json")).filter(([path]) => path !== "");
  return locked.every(([path, { version, optional }]) => {
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages ?? {};
}

function installPackages() {
  console.log("Installing the packages (npm ci) …");
  const npm = spawnNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (npm.status === 0) return;
  console.error(`${npm.stdout ?? ""}${npm.stderr ?? ""}`);
  stop("npm ci failed, see above: check the network connection and run this again.");
}

/** Under `npm run`, npm names its own script: that needs no shell, which npm.cmd on Windows would. */
function spawnNpm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js")) return spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  return spawnSync("npm", args, { encoding: "utf8", shell: process.platform === "win32" });
}

const advice = {
  chromium: "install Chromium, Chrome, Edge or Brave, or put the path of one into FOLDLINE_CHROMIUM",
  firefox: "install Firefox (https://www.mozilla.org/firefox), or put its path into FOLDLINE_FIREFOX",
};

const ubuntuAdvice = {
  chromium:
    "Ubuntu's chromium package is only a stub for a snap: install Chrome's .deb (https://www.google.com/chrome) or run 'snap install chromium'",
  firefox:
    "Ubuntu's firefox package is only a stub for a snap: install Mozilla's .deb (https://support.mozilla.org/kb/install-firefox-linux) or run 'snap install firefox'",
};

function installBrowser(kind) {
  if (distribution() === "ubuntu") stop(`No ${kind} was found; ${ubuntuAdvice[kind]}.`);
  const isRoot = process.getuid?.() === 0;
  if (distribution() !== "debian" || !isRoot) stop(`No ${kind} was found: ${advice[kind]}.`);
  const packageName = kind === "firefox" ? "firefox-esr" : "chromium";
  console.log(`Installing ${packageName} (apt-get) …`);
  apt(["update"]);
  apt(["install", "--yes", "--no-install-recommends", packageName]);
  return (
    findBrowser(kind) ?? stop(`apt-get installed ${packageName}, but it isn't where it was expected: ${advice[kind]}.`)
  );
}

/** "ubuntu", "debian" (or a close relative of it), or "other". */
function distribution() {
  if (!existsSync("/etc/os-release") || !existsSync("/usr/bin/apt-get")) return "other";
  const release = readFileSync("/etc/os-release", "utf8");
  if (/^ID(_LIKE)?=.*ubuntu/m.test(release)) return "ubuntu";
  return /^ID(_LIKE)?=.*debian/m.test(release) ? "debian" : "other";
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = spawnSync("apt-get", ["-qq", ...args], { encoding: "utf8", env });
  if (run.status === 0) return;
  console.error(`${run.stdout ?? ""}${run.stderr ?? ""}`);
  stop(`apt-get ${args[0]} failed, see above: install the browser by hand and run this again.`);
}

function stop(line) {
  console.error(line);
  process.exit(1);
}
