/** Runs in a page: what has no place in a sanitised text, whatever its source was. Written apart from the sanitiser's own lists. */
export function faultsOf(fragment: DocumentFragment): string[] {
  const faults: string[] = [];
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) faults.push(...faultsOfElement(node));
    else if (node.nodeType !== Node.TEXT_NODE) faults.push(`a node of type ${node.nodeType}`);
  }
  return faults;
}

const ELEMENTS = new Set(
  (
    "a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em " +
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section " +
    "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr"
  ).split(" "),
);

/** What each may say; null where any words will do. */
const ATTRIBUTES: Record<string, RegExp | null> = {
  ...{ alt: null, title: null, datetime: null, open: null, reversed: null },
  href: /^(?:https?:\/\/[^/@]+(?:[/?#]|$)|mailto:[^?#\s]+$|#user-content-.)/i,
  cite: /^https?:\/\/[^/@]+(?:[/?#]|$)/i,
  "data-news-src": /^(?:https?:\/\/[^/@]+(?:[/?#]|$)|data:image\/(?:png|jpeg|gif|webp|avif);base64,)/i,
  "data-language": /^[\w+#-]{1,24}$/,
  id: /^user-content-\S/,
  ...{ width: /^\d{1,5}$/, height: /^\d{1,5}$/, colspan: /^(?:\d{1,2}|100)$/, rowspan: /^(?:\d{1,2}|100)$/ },
  ...{ start: /^-?\d{1,5}$/, value: /^-?\d{1,5}$/ },
  lang: /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i,
  dir: /^(?:ltr|rtl|auto)$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  ...{ target: /^_blank$/, rel: /^noopener noreferrer nofollow$/, referrerpolicy: /^no-referrer$/ },
};

const isFine = (name: string, value: string): boolean => {
  if (!Object.hasOwn(ATTRIBUTES, name)) return false;
  return ATTRIBUTES[name]?.test(value) ?? true;
};

function faultsOfElement(element: Element): string[] {
  const isHtml = element.namespaceURI === "http://www.w3.org/1999/xhtml";
  const attributes = [...element.attributes].filter(({ name, value }) => !isFine(name, value));
  return [
    ...(isHtml && ELEMENTS.has(element.localName) ? [] : [`<${element.nodeName}>`]),
    ...(element.shadowRoot === null ? [] : [`<${element.nodeName}> with a shadow`]),
    ...attributes.map(({ name, value }) => `<${element.nodeName} ${name}="${value.slice(0, 80)}">`),
    ...(isGuarded(element) ? [] : [`<a href="${element.getAttribute("href")}"> tells where its reader comes from`]),
  ];
}

/** A link that leads out of the text opens a tab that learns nothing of this one. */
function isGuarded(element: Element): boolean {
  const address = element.getAttribute("href");
  if (address === null || address.startsWith("#")) return true;
  return ["target", "rel", "referrerpolicy"].every((name) => element.hasAttribute(name));
}
