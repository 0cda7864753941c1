import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "wxt";

// Only the home feed's host is granted at install; people grant others one by one. Ports do not count in patterns.
const liveFeed = process.env.WXT_SITE_FEED;
const homeHost = liveFeed ? [`${new URL(liveFeed).protocol}//${new URL(liveFeed).hostname}/*`] : [];

// Feeds may lie anywhere, so `connect-src` must be open; sanitiser and frame guard what is shown. The second Trusted
// Types policy admits only the packaged Markdown worker, whose address a bare string may not be.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "media-src 'none'",
  "connect-src 'self' https: http:",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types dompurify foldline-worker",
].join("; ");

/** What the background has in common with what popup, panel and tab draw first. */
const EVERYWHERE =
  /\/(lib\/(i18n|site|db\/(failed|lease|tagScope)|tags\/tagLabel)\.ts|@wxt-dev\/browser\/.*)$|wxt-plugins/;

/** What popup, panel and tab draw first lies, with all that it imports, in one script instead of a dozen. */
const SHOWN_FIRST =
  /\/(components\/(afterPaint|holdKeys|tip|ArticleRow|IconButton|TagChips|RefreshButton|ProgressBar|PageBoundary|Mark|statusText)|lib\/(browser\/(pages|panel)|view\/(popupPage|opening)))\.tsx?$|\/components\/(tokens|ui)\.css$|wxt-html-plugins/;

/** What the background has in common with what comes next: Dexie and the rows. */
const STORE =
  /\/lib\/(settings|browser\/(messages|readerPlace|settings)|db\/(schema|articles|choices|download|images|feeds|marking|refreshRun)|tags\/mapTags)\.ts$/;

/** What comes with Dexie, and small parts that several pages share, in one more script. */
const SHOWN_NEXT =
  /\/(components\/(loaded|Announcer|Toast|Notice|NewPill|RowButtons|ListNotice|listTop|moreIcons|namedTags|shortcuts|sourceName|openRow|readyFrame)|lib\/(db\/(lists|versions)|view\/(address|settledChips|tagNames|disk|emptiness|listPages|live|unread|storedPictures|nextCheck|sourceOrder|appearance|refreshing|searching)))\.tsx?$/;

/** What the background has in common with what an article or a search loads, and with the settings. */
const TEXTS =
  /\/lib\/(feed\/(bodyText|grouped|html|htmlText|lazyPicture|mojibake|pictureShape)|search\/(fold|matches|query|snippet)|db\/(feedRecord|mark|pictureStore|snapshots|search|indexing|retagging|storageFull|unfollowing)|browser\/(commands|safetyCopy)|refresh\/zone)\.ts$/;

/** What the background has in common with the pages that follow feeds or take them from a file. */
const FEEDS = /\/lib\/(refresh\/recordOutcome|tags\/canonicalTags|browser\/network)\.ts$/;

/** What the background has in common with what pages load once they are drawn: toolbar icon and notifications. */
const OUTSIDE = /\/lib\/(browser\/(badge|followPlace|reopening|standingNotices)|db\/toolbar|rules\/alerts)\.ts$/;

/** What popup, panel and tab load for keys when their rows are drawn. */
const KEYS = /\/(components\/keyNames|lib\/view\/(keymap|keys))\.ts$/;

/** A module belongs to the first that has it or something that imports it. */
const GROUPS = [
  { name: "everywhere", test: EVERYWHERE },
  { name: "rows", test: SHOWN_FIRST },
  { name: "store", test: STORE },
  { name: "pages", test: SHOWN_NEXT },
  { name: "keys", test: KEYS },
  { name: "texts", test: TEXTS },
  { name: "feeds", test: FEEDS },
  { name: "outside", test: OUTSIDE },
];

const fewScripts: Plugin = {
  name: "foldline:few-scripts",
  enforce: "pre",
  outputOptions: (options) =>
    // Lone scripts (the Markdown worker) have nothing to split.
    options.format === "iife" ? null : { ...options, codeSplitting: { groups: GROUPS } },
  // Scripts come from the disk: asking ahead for what a later one imports gains nothing and costs each page a kilobyte.
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

/**
 * Vocabularies that the feed parser knows and lib/feed never asks for (podcasts' chapters, journals' issues, places):
 * how they are read, and the addresses that they are known by.
 */
const UNREAD =
  /feedsmith\/dist\/namespaces\/(?:acast|admin|app|arxiv|blogchannel|cc|creativecommons|feedpress|geo|georss|googleplay|opensearch|pingback|podcast|prism|psc|rawvoice|slash|spotify|thr|trackback|wfw|yt)\/(?:parse\/utils|common\/config)\.mjs$/;

/** Of those that lib/feed does ask, the fields that it asks for, each on a line of its own: `lib/feed/modules.ts`. */
const PARTLY_READ = /feedsmith\/dist\/namespaces\/(?:dc|dcterms|itunes|media)\/parse\/utils\.mjs$/;
const FIELD = /^\t\t(\w+): (?:parse\w+\(value\["(?:dc|dcterms|itunes|media):|retrieveRatings\().*\n/gm;
const READ_FIELDS = new Set([
  ...["abstracts", "created", "dates", "issued", "modified"],
  ...["titles", "creators", "subjects", "descriptions", "languages", "identifiers"],
  ...["author", "image", "subtitle", "summary"],
  ...["title", "description", "keywords", "thumbnails", "categories", "contents", "groups"],
]);

/** Of the XML parser: a check of its options, entities, numbers (the feed parser reads documents with them off), DOCTYPEs and a validator. */
const UNCALLED: { of: RegExp; instead: string }[] = [
  { of: /\/is-unsafe\/src\/index\.js$/, instead: "export const isUnsafe = () => true, HTML = [], XML = [];" },
  {
    of: /\/@nodable\/entities\/src\/index\.js$/,
    instead:
      "export const XML = {}, CURRENCY = {}, COMMON_HTML = {}, ENTITY_ACTION = {}; export class EntityDecoder { reset() {} setXmlVersion() {} addInputEntities() {} }",
  },
  { of: /\/fast-xml-parser\/src\/validator\.js$/, instead: "export const validate = () => true;" },
  {
    // What stands before the root is cut off before this parser sees it; only a stray one is left to be passed.
    of: /\/fast-xml-parser\/src\/xmlparser\/DocTypeReader\.js$/,
    instead:
      'export default class { setXmlVersion() {} readDocType(text, at) { const i = Math.max(at, text.indexOf(">", at)); if (text.slice(at, i).includes("[")) throw Error("A DOCTYPE out of place"); return { entities: {}, i }; } }',
  },
  {
    // The feed parser gives all that differs, and nothing that would have to be checked.
    of: /\/fast-xml-parser\/src\/xmlparser\/OptionsBuilder\.js$/,
    instead: `
      import { DANGEROUS_PROPERTY_NAMES } from "../util.js";
      const same = (_, value) => value;
      const renamed = (name) => (DANGEROUS_PROPERTY_NAMES.includes(name) ? "__" + name : name);
      const defaults = {
        textNodeName: "#text", tagValueProcessor: same, attributeValueProcessor: same, isArray: () => false,
        updateTag: (tag) => tag, maxNestedTags: 100, strictReservedNames: true, onDangerousProperty: renamed,
      };
      export const buildOptions = ({ stopNodes = [], unpairedTags, ...given }) => ({
        ...defaults, ...given, processEntities: { enabled: false }, unpairedTagsSet: new Set(unpairedTags),
        stopNodes: stopNodes.map((node) => node.replace(/^\\*\\./, "..")),
      });`,
  },
  { of: /\/strnum\/strnum\.js$/, instead: "export default (text) => text;" },
];

const withoutUnread: Plugin = {
  name: "foldline:without-unread",
  enforce: "pre",
  load(id) {
    if (UNREAD.test(id)) return nothingOf(id);
    if (PARTLY_READ.test(id)) {
      return readFileSync(id, "utf8").replace(FIELD, (line, name: string) => (READ_FIELDS.has(name) ? line : ""));
    }
    return UNCALLED.find(({ of }) => of.test(id))?.instead ?? null;
  },
};

/** A module with the same names, under which no address is known and nothing is read. */
function nothingOf(id: string): string {
  const [, names = ""] = /^export \{(.*)\};$/m.exec(readFileSync(id, "utf8")) ?? [];
  const nothing = id.includes("/common/") ? "[]" : "() => undefined";
  return `const nothing = ${nothing};\nexport { ${names.split(",").map((name) => `nothing as ${name.trim()}`)} };`;
}

const namedCharacters = createRequire(createRequire(import.meta.url).resolve("htmlparser2")).resolve("entities");

const icons = { 16: "icons/icon-16.png", 32: "icons/icon-32.png", 48: "icons/icon-48.png", 128: "icons/icon-128.png" };

export default defineConfig({
  imports: false,
  hooks: {
    // Not obeyed by WXT 0.21's bundling: a property called `storage` brought a library of that name along.
    "config:resolved": ({ config }) => void Object.assign(config.imports, { presets: [], imports: [] }),
  },
  manifestVersion: 3,
  vite: () => ({
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [fewScripts, withoutUnread],
    // The feed parser and the HTML tokenizer each bring a table of the named characters: 22 KB that one of them can do without.
    resolve: {
      alias: [
        { find: /^entities$/, replacement: namedCharacters },
        {
          find: /^path-expression-matcher$/,
          replacement: fileURLToPath(new URL("lib/feed/parserPath.ts", import.meta.url)),
        },
        { find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" },
      ],
    },
    build: {
      modulePreload: {
        // An inline fetch loop for browsers older than the ones this extension runs in.
        polyfill: false,
        // Scripts come from the disk: only what a page needs at once gains by being asked for ahead.
        resolveDependencies: (_script, needed, { hostType }) => (hostType === "html" ? needed : []),
      },
    },
  }),
  zip: { name: "foldline" },
  manifest: ({ browser, mode }) => ({
    name: "__MSG_appName__",
    description: "__MSG_appDescription__",
    default_locale: "en",
    icons,
    action: { default_title: "__MSG_appName__", default_icon: icons },
    permissions: [
      "alarms",
      "storage",
      "unlimitedStorage",
      "notifications",
      "activeTab",
      "scripting",
      "contextMenus",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
    ],
    host_permissions: homeHost,
    optional_host_permissions: ["https://*/*", "http://*/*"],
    incognito: "not_allowed",
    omnibox: { keyword: "news" },
    // Chromium keeps Alt+Shift+N, P and R for itself and gives them to no extension.
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+F" } },
      ...(browser === "firefox"
        ? { _execute_sidebar_action: { suggested_key: { default: "Alt+Shift+S" } } }
        : { "open-panel": { suggested_key: { default: "Alt+Shift+S" }, description: "__MSG_openSidePanel__" } }),
    },
    // The development server needs a policy of its own, which wxt makes.
    ...(mode === "production" && { content_security_policy: { extension_pages: contentSecurityPolicy } }),
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "reader@foldline.example",
              strict_min_version: "148.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : { minimum_chrome_version: "141" }),
  }),
});
