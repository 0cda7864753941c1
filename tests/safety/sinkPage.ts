/** The script of a page that hands strings to everything that makes code or markup of strings, and notes which refuse. */

const MARKUP = "<b>words</b>";
const CODE = "globalThis.ran = true";
/** Thrown for what this browser does not have. */
const ABSENT = new Error("absent");

export type Refusals = Record<string, "refused" | "taken" | "absent">;

const element = (name: string): HTMLElement => document.body.appendChild(document.createElement(name));
const script = (): HTMLScriptElement => document.createElement("script");
const call = (target: object, name: string, ...given: unknown[]): unknown => {
  const method = Reflect.get(target, name) as unknown;
  if (typeof method !== "function") throw ABSENT;
  return Reflect.apply(method, target, given);
};
const frame = (): HTMLIFrameElement => element("iframe") as HTMLIFrameElement;

/** Closed, since a page that is still being written keeps the one around it loading. */
function writeInto(page: Document | null, how: "write" | "writeln"): void {
  page?.[how](MARKUP);
  page?.close();
}

const SINKS: Record<string, () => unknown> = {
  innerHTML: () => (element("p").innerHTML = MARKUP),
  outerHTML: () => (element("p").outerHTML = MARKUP),
  insertAdjacentHTML: () => element("p").insertAdjacentHTML("beforeend", MARKUP),
  "innerHTML of a template": () => ((element("template") as HTMLTemplateElement).innerHTML = MARKUP),
  "innerHTML of a shadow root": () => (element("div").attachShadow({ mode: "open" }).innerHTML = MARKUP),
  setHTMLUnsafe: () => call(element("p"), "setHTMLUnsafe", MARKUP),
  parseHTMLUnsafe: () => call(Document, "parseHTMLUnsafe", MARKUP),
  createContextualFragment: () => document.createRange().createContextualFragment(MARKUP),
  DOMParser: () => new DOMParser().parseFromString(MARKUP, "text/html"),
  "document.write": () => writeInto(frame().contentDocument, "write"),
  "document.writeln": () => writeInto(frame().contentDocument, "writeln"),
  execCommand: () => {
    const place = element("p");
    place.contentEditable = "true";
    place.focus();
    return document.execCommand("insertHTML", false, MARKUP);
  },
  srcdoc: () => (frame().srcdoc = MARKUP),
  "srcdoc as an attribute": () => frame().setAttribute("srcdoc", MARKUP),
  "onclick as an attribute": () => element("p").setAttribute("onclick", CODE),
  "onload as an attribute of SVG": () => {
    document.createElementNS("http://www.w3.org/2000/svg", "svg").setAttribute("onload", CODE);
  },
  "src of a script": () => (script().src = "/planted.js"),
  "src of a script as an attribute": () => script().setAttribute("src", "/planted.js"),
  "text of a script": () => (script().text = CODE),
  "textContent of a script": () => (script().textContent = CODE),
  "innerText of a script": () => (script().innerText = CODE),
  Worker: () => new Worker("/planted.js"),
  SharedWorker: () => new SharedWorker("/planted.js"),
  eval: () => (0, eval)(CODE),
  "new Function": () => new Function(CODE),
  "constructor of a function": () => (() => undefined).constructor(CODE),
  setTimeout: () => call(globalThis, "setTimeout", CODE),
  setInterval: () => call(globalThis, "setInterval", CODE),
  "a policy of another name": () => window.trustedTypes?.createPolicy("default", { createHTML: (text) => text }),
  "a second policy of the sanitiser's name": () => {
    window.trustedTypes?.createPolicy("dompurify", {});
    return window.trustedTypes?.createPolicy("dompurify", {});
  },
};

function tryEach(): Refusals {
  return Object.fromEntries(
    Object.entries(SINKS).map(([name, take]) => {
      try {
        take();
        return [name, "taken"];
      } catch (fault) {
        return [name, fault === ABSENT ? "absent" : "refused"];
      }
    }),
  );
}

Object.assign(globalThis, { refusals: tryEach() });
