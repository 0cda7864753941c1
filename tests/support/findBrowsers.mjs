import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * The path of an installed browser of this kind, or null. FOLDLINE_CHROMIUM and FOLDLINE_FIREFOX override the search.
 * Plain Chromium comes first: it is the least changed by its vendor.
 *
 * @param {"chromium" | "firefox"} kind
 */
export function findBrowser(kind) {
  const override = process.env[`FOLDLINE_${kind.toUpperCase()}`];
  if (override) return override;
  return places(kind).find(isUsable) ?? null;
}

/**
 * Where a profile for this browser may lie: a snap has a private /tmp and sees no hidden folder of the home directory.
 *
 * @param {string} executable
 */
export function profileHome(executable) {
  const snap = snapOf(executable);
  return snap ? join(homedir(), "snap", snap, "common") : tmpdir();
}

const names = {
  chromium: {
    linux: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge", "brave-browser"],
    darwin: ["Chromium", "Google Chrome", "Microsoft Edge", "Brave Browser"],
    win32: [
      "Chromium\\Application\\chrome.exe",
      "Google\\Chrome\\Application\\chrome.exe",
      "Microsoft\\Edge\\Application\\msedge.exe",
      "BraveSoftware\\Brave-Browser\\Application\\brave.exe",
    ],
    onPath: ["chromium", "chrome", "msedge", "brave"],
  },
  firefox: {
    linux: ["firefox-esr", "firefox"],
    darwin: ["Firefox", "Firefox Developer Edition"],
    win32: ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe"],
    onPath: ["firefox"],
  },
};

const unpacked = {
  chromium: ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/opt/brave.com/brave/brave"],
  firefox: ["/opt/firefox/firefox", "/usr/lib/firefox/firefox"],
};

function places(kind) {
  const known = names[kind];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  if (process.platform === "darwin") return [...inApplications(known.darwin), ...inEach(folders, known.onPath)];
  if (process.platform === "win32") return [...inProgramFiles(known.win32), ...inEach(folders, withExe(known.onPath))];
  const usual = ["/usr/bin", "/usr/local/bin", "/snap/bin"];
  return [...inEach([...folders, ...usual], [...known.linux, ...known.onPath]), ...unpacked[kind]];
}

function inApplications(apps) {
  const folders = ["/Applications", join(homedir(), "Applications")];
  return folders.flatMap((folder) => apps.map((app) => join(folder, `${app}.app`, "Contents", "MacOS", binary(app))));
}

/** Every Firefox is called "firefox" inside its app; the Chromium family repeats the app's name. */
function binary(app) {
  return app.startsWith("Firefox") ? "firefox" : app;
}

function inProgramFiles(paths) {
  const { ProgramFiles, LOCALAPPDATA } = process.env;
  const folders = [ProgramFiles, process.env["ProgramFiles(x86)"], LOCALAPPDATA].filter(Boolean);
  return inEach(folders, paths);
}

/** In the order of the names, so that a preferred browser wins wherever it lies. */
function inEach(folders, files) {
  return files.flatMap((file) => folders.map((folder) => join(folder, file)));
}

function withExe(files) {
  return files.map((file) => `${file}.exe`);
}

function isUsable(path) {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const snap = snapOf(path);
  return snap === null || existsSync(join("/snap/bin", snap));
}

/** Ubuntu's chromium-browser and firefox in /usr/bin are short scripts that start a snap, present or not. */
function snapOf(path) {
  if (process.platform !== "linux") return null;
  const snap = path.includes("firefox") ? "firefox" : "chromium";
  if (path.startsWith("/snap/")) return snap;
  const isScript = statSync(path).size < 10_000;
  return isScript && readFileSync(path, "utf8").includes("/snap/bin/") ? snap : null;
}
