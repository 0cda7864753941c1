/** The rules of lib/README.md as checks on the source text. Each message says what to do instead. */

export type SourceFile = { path: string; text: string };

export function violations(files: SourceFile[]): string[] {
  return files.flatMap((file) => rules.flatMap((rule) => rule(prepare(file)).map((said) => `${file.path}: ${said}`)));
}

/** What may stand at the top level: the product's own, and what tools and custom force. */
const TOP_LEVEL = new Set([
  ...["package.json", "wxt.config.ts", "tsconfig.json", "README.md"],
  ...["entrypoints", "components", "lib", "public", "tests"],
  ...[
    "LICENSE",
    "CONTRIBUTING.md",
    "PRIVACY.md",
    "SECURITY.md",
    "package-lock.json",
    ".gitignore",
    ".prettierignore",
    ".ci",
    ".github",
  ],
]);

export function topLevelViolations(entries: string[]): string[] {
  return entries
    .filter((entry) => !TOP_LEVEL.has(entry))
    .map((entry) => `${entry}: does not belong at the top level. Put it into lib, tests or package.json.`);
}

export function mapViolations(libFolders: string[], map: string): string[] {
  return libFolders
    .filter((folder) => !map.includes(`${folder}/`))
    .map((folder) => `lib/${folder}: is not on the map. Add a line for it to lib/README.md.`);
}

export function mirrorViolations(tests: string[], sources: string[]): string[] {
  const folders = sources.map((path) => path.slice(0, path.lastIndexOf("/")));
  const known = new Set([...folders, ...sources.map((path) => path.replace(/\.tsx?$/, ""))]);
  return tests
    .filter((path) => !known.has(path.replace(/^tests\//, "").replace(/(\.\w+)?\.test\.tsx?$/, "")))
    .map((path) => `${path}: mirrors no source file. Tests lie at the path of what they test, below tests/.`);
}

type Prepared = SourceFile & {
  /** The text without comments and string contents. */
  code: string;
  imports: string[];
};

type Rule = (file: Prepared) => string[];

/** Layers from the ground up: a file may import from its own layer's list and nothing else inside the project. */
const LAYERS: { name: string; within: RegExp; mayImport: RegExp }[] = [
  { name: "lib/model.ts", within: /^lib\/model\.ts$/, mayImport: /^$/ },
  { name: "lib/site.ts", within: /^lib\/site\.ts$/, mayImport: /^$/ },
  { name: "lib/settings.ts", within: /^lib\/settings\.ts$/, mayImport: /^$/ },
  { name: "lib/messages.ts", within: /^lib\/messages\.ts$/, mayImport: /^lib\/model\.ts$/ },
  { name: "lib/i18n.ts", within: /^lib\/i18n\.ts$/, mayImport: /^(lib\/model\.ts|public\/_locales\/)/ },
  { name: "lib/feed", within: /^lib\/feed\//, mayImport: /^lib\/(model\.ts|feed\/)/ },
  { name: "lib/tags", within: /^lib\/tags\//, mayImport: /^lib\/(model\.ts|tags\/)/ },
  { name: "lib/search", within: /^lib\/search\//, mayImport: /^lib\/(model\.ts|search\/)/ },
  { name: "lib/rules", within: /^lib\/rules\//, mayImport: /^lib\/(model\.ts|rules\/)/ },
  { name: "lib/db", within: /^lib\/db\//, mayImport: /^lib\/(model\.ts|feed|tags|search|rules|db)/ },
  { name: "lib/refresh", within: /^lib\/refresh\//, mayImport: /^lib\/(model\.ts|feed|tags|search|rules|db|refresh)/ },
  {
    name: "lib/view",
    within: /^lib\/view\//,
    mayImport: /^lib\/(model\.ts|site\.ts|settings\.ts|i18n\.ts|messages\.ts|feed|tags|search|rules|db|refresh|view)/,
  },
  {
    name: "lib/browser",
    within: /^lib\/browser\//,
    mayImport:
      /^lib\/(model\.ts|site\.ts|settings\.ts|i18n\.ts|messages\.ts|feed|tags|search|rules|db|refresh|browser)/,
  },
  { name: "lib/publish", within: /^lib\/publish\//, mayImport: /^lib\/(model\.ts|feed|publish)/ },
  {
    name: "components",
    within: /^components\//,
    mayImport: /^(components\/|lib\/(model\.ts|site\.ts|settings\.ts|i18n\.ts|feed|tags|search|rules|db|refresh|view))/,
  },
  { name: "entrypoints", within: /^entrypoints\//, mayImport: /^(entrypoints|components|lib)\/(?!publish\/)/ },
];

/** Each package has one door: elsewhere it is reached through what its door exports. */
const DOORS: { name: RegExp; door: RegExp; say: string }[] = [
  { name: /^dexie$/, door: /^lib\/(db\/|view\/live\.ts$)/, say: "Dexie stays in lib/db: add a query there" },
  { name: /^feedsmith/, door: /^lib\/(feed\/(parse|opml)\.ts$|publish\/)/, say: "call readFeed of lib/feed/read.ts" },
  { name: /^htmlparser2/, door: /^lib\/feed\/html\.ts$/, say: "use what lib/feed/html.ts exports" },
  { name: /^dompurify$/, door: /^lib\/view\/sanitize\.ts$/, say: "outside HTML is made safe in lib/view/sanitize.ts" },
  {
    name: /^marked$/,
    door: /^(entrypoints\/markdown\.worker\.ts$|lib\/feed\/markdownNotes\.ts$|lib\/publish\/)/,
    say: "Markdown is parsed in the killable worker: call markdownToHtml of lib/view/markdown.ts",
  },
  {
    name: /^prism-code-editor/,
    door: /^lib\/view\/code(Grammars|Tokens)\.ts$/,
    say: "code is read in the killable worker: call colourCode of lib/view/highlight.ts",
  },
  {
    name: /^zod/,
    door: /^lib\/(browser\/|db\/backup\.ts$|publish\/)/,
    say: "zod stands where outside data enters; inside, types are enough",
  },
  {
    name: /^image-size$/,
    door: /^lib\/(refresh\/pictureShape\.ts$|publish\/)/,
    say: "use pictureShape of lib/refresh",
  },
  { name: /^preact(\/|$)/, door: /^(components|entrypoints)\//, say: "drawing is for components" },
  {
    name: /^@preact\/signals/,
    door: /^(lib\/view|components|entrypoints)\//,
    say: "signals are for pages; the background writes rows",
  },
  { name: /^node:/, door: /^lib\/publish\//, say: "the extension has no Node; only lib/publish and tests do" },
  {
    name: /^wxt\/browser$/,
    door: /^(lib\/browser\/|lib\/i18n\.ts$|entrypoints\/background\.ts$)/,
    say: "the browser object stays in lib/browser: take what you need as an argument",
  },
];

const rules: Rule[] = [
  function importsPointDown({ path, imports }) {
    const layer = LAYERS.find(({ within }) => within.test(path));
    if (!layer)
      return path.startsWith("lib/") ? ["lies in a folder without a layer. Name its layer in this test."] : [];
    return imports
      .filter((name) => name.startsWith("."))
      .map((name) => resolve(path, name))
      .filter((target) => !layer.mayImport.test(target))
      .map((target) => `imports ${target}, which ${layer.name} may not know. Imports point down: see lib/README.md.`);
  },
  function packagesHaveOneDoor({ path, imports }) {
    return imports.flatMap((name) =>
      DOORS.filter((each) => each.name.test(name) && !each.door.test(path)).map(
        (each) => `imports ${name} outside its door: ${each.say}.`,
      ),
    );
  },
  function theBrowserObjectHasOneFolder({ path, code }) {
    if (/^(lib\/browser\/|lib\/i18n\.ts$|entrypoints\/background\.ts$)/.test(path)) return [];
    return /\b(browser|chrome)\.[a-z]/.test(code)
      ? ["uses the browser object outside lib/browser. Take what you need as an argument."]
      : [];
  },
  function outsideHtmlHasOneDoor({ code }) {
    const found = code.match(
      /\b(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc)\b|\bdocument\.write\b/,
    );
    return found ? [`uses ${found[0]}. Outside HTML enters the DOM as the fragment of lib/view/sanitize.ts only.`] : [];
  },
  function pureCodeTakesTimeAndChanceAsArguments({ path, code }) {
    if (!/^lib\/(feed|tags|search|rules|db|refresh)\//.test(path)) return [];
    const found = code.match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|(?<![.\w])fetch\(/);
    return found ? [`calls ${found[0]}…). Time, network and chance come in as arguments.`] : [];
  },
  function noRequestGoesUnnoted({ path, code, imports }) {
    // The network itself, and a clock that looks at every answer in passing.
    if (/^lib\/(publish\/|browser\/network\.ts$|refresh\/serverClock\.ts$)/.test(path)) return [];
    const isNoted = imports.some((name) => name.endsWith("/noting.ts"));
    return /\.fetch\(/.test(code) && !isNoted
      ? ["asks the network without taking note. Write down each request by lib/refresh/noting.ts."]
      : [];
  },
  function entrypointsOnlyWire({ path, code }) {
    if (!/^entrypoints\/.*\.tsx?$/.test(path)) return [];
    const found = code.match(/\b(if|switch|for|while)\s*\(/);
    return found
      ? [`has a "${found[1]}". Entrypoints only connect; move the decision into lib where it is tested.`]
      : [];
  },
  function libIsSilent({ path, code }) {
    return path.startsWith("lib/") && !path.startsWith("lib/publish/") && /\bconsole\./.test(code)
      ? ["writes to the console. A fault that people can do something about goes into the feed's row."]
      : [];
  },
  function typesStayOn({ code, text }) {
    const found =
      code.match(/\bas any\b|:\s*any\b|<any>/) ?? text.match(/@ts-(ignore|expect-error|nocheck)|eslint-disable/);
    return found ? [`switches types off with "${found[0].trim()}". Narrow it at the boundary where it enters.`] : [];
  },
  function formsThatWeDoWithout({ path, code }) {
    const found = code.match(/^\s*(?:export\s+)?(?:const\s+)?(enum|interface)\s+\w+/m);
    const cls = path.startsWith("lib/db/") ? null : code.match(/^\s*(?:export\s+)?(class)\s+\w+/m);
    const form = found?.[1] ?? cls?.[1];
    return form ? [`declares an ${form}. Use a type, a union or a function.`] : [];
  },
  function namesSayTheIdea({ path }) {
    const found = /(^|\/)(utils?|helpers?|common|manager|service|misc|data|info|index)(\.ts|\.tsx|\/)/i.exec(path);
    return found ? [`"${found[2]}" is a drawer, not an idea. Name the file after what it holds.`] : [];
  },
  function aFileOwnsOneIdea({ text }) {
    const lines = text.split("\n").length;
    return lines > 250 ? [`has ${lines} lines. Above 250 there is more than one idea in it: split it.`] : [];
  },
  function nothingStoredPointsIntoAnInstallation({ code, text }) {
    return /(chrome|moz)-extension:/.test(stripComments(text)) && code.length > 0
      ? ["names an extension address. They differ by installation: ask browser.runtime.getURL."]
      : [];
  },
];

function prepare(file: SourceFile): Prepared {
  const bare = stripComments(file.text);
  const imports = [...bare.matchAll(/(?:from\s*|import\s*\(?\s*)["']([^"']+)["']/g)].map((match) => match[1] ?? "");
  return { ...file, imports, code: bare.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""') };
}

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\w])\/\/[^\n]*/g, "$1");
}

function resolve(from: string, name: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
