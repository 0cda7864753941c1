import { isLazy, isPixel } from "../feed/lazyPicture.ts";
import { type EmbedLabel, unfoldEmbed } from "./embeds.ts";
import { localiseLinks } from "./localLinks.ts";
import { attributesOf, settlePicture } from "./pictures.ts";

/** Turns what an allowlist would lose into what it keeps: embeds into links, a choice of pictures into one, and so on. */
export function reshape(root: DocumentFragment, baseUrl: string | null, embedLabel?: EmbedLabel): void {
  for (const element of root.querySelectorAll("pre, code")) nameCodeLanguage(element);
  localiseLinks(root, baseUrl);
  for (const anchor of root.querySelectorAll("a[name]:not([id])")) anchor.id = anchor.getAttribute("name") ?? "";
  for (const element of root.querySelectorAll("noscript")) openNoscript(element);
  for (const image of root.querySelectorAll("img")) settlePicture(image, baseUrl);
  for (const element of root.querySelectorAll(EMBEDS)) unfoldEmbed(element, baseUrl, embedLabel);
  for (const element of root.querySelectorAll(Object.keys(RENAMED).join())) rename(element);
}

const EMBEDS = "iframe, embed, object, video, audio";

/** Elements of older pages, and landmarks that would claim to be the page's own. Without a box their texts would run together. */
const RENAMED: Record<string, string> = {
  center: "div",
  main: "div",
  nav: "div",
  address: "div",
  hgroup: "div",
  listing: "pre",
  strike: "s",
  tt: "code",
  acronym: "abbr",
};

const CODE_CLASS =
  /(?:^|\s)(?:language-|lang-|highlight-source-|src-|brush:\s*|hljs\s+(?!lang))([a-z0-9+#-]{1,24})(?=[\s;]|$)/i;

/** Some say it on the code, some on the block, some on one of the boxes around it. */
function nameCodeLanguage(element: Element): void {
  const isBlock = element.localName === "pre";
  let around = isBlock ? 3 : 1;
  for (let each: Element | null = element; each && around >= 0; each = each.parentElement, around--) {
    const language = languageSaidBy(each);
    if (language) return element.setAttribute("data-language", language);
  }
}

const languageSaidBy = (element: Element): string | null =>
  element.getAttribute("data-language") ??
  element.getAttribute("data-lang") ??
  CODE_CLASS.exec(element.getAttribute("class") ?? "")?.[1] ??
  null;

/** A page without scripts shows what stands in `noscript`: mostly the real picture of a lazy one beside it. */
function openNoscript(element: Element): void {
  const image = [...element.querySelectorAll("img")].find((each) => !isPixel(attributesOf(each)));
  const twin = image && (lazyTwin(element.previousElementSibling) ?? lazyTwin(element.nextElementSibling));
  if (twin) {
    if (!image.getAttribute("alt")) image.setAttribute("alt", twin.getAttribute("alt") ?? "");
    twin.remove();
  }
  // Words alone only ask for JavaScript, which changes nothing here.
  if (element.childElementCount === 0) element.remove();
  else element.replaceWith(...element.childNodes);
}

function lazyTwin(element: Element | null): Element | null {
  const image = element?.localName === "img" ? element : (element?.querySelector("img") ?? null);
  return image && isLazy(attributesOf(image)) ? image : null;
}

function rename(element: Element): void {
  const renamed = document.createElement(RENAMED[element.localName] ?? "div");
  for (const { name, value } of element.attributes) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
