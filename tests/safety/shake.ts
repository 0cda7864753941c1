/** Runs in a page: what people, media and the browser would do to a text, so that handlers run which wait for it. */
export function shake(page: Document): void {
  keepHere(page);
  for (const element of elementsOf(page).slice(0, MOST_ELEMENTS)) {
    for (const name of eventsOf(element)) dispatch(element, new Event(name, { bubbles: true, cancelable: true }));
    if (isClickable(element)) click(element);
  }
}

const MOST_ELEMENTS = 400;

/** Happens to all; beside these, whatever an element has a handler for. */
const USUAL =
  "load error focus focusin mouseover mouseenter pointerover toggle beforetoggle input change keydown".split(" ");

/** Payloads give names such as `attributes` to what is in them: the prototypes' own are asked. */
const eventsOf = (element: Element): Set<string> => {
  const names = Element.prototype.getAttributeNames.call(element).filter((name) => /^on\w/i.test(name));
  return new Set([...USUAL, ...names.map((name) => name.slice(2).toLowerCase())]);
};

function elementsOf(root: Document | ShadowRoot): Element[] {
  const { prototype } = root.nodeType === Node.DOCUMENT_NODE ? Document : DocumentFragment;
  const found = [...prototype.querySelectorAll.call(root, "*")];
  return found.flatMap((element) => {
    const inner = shadowOf(element);
    return inner === null ? [element] : [element, ...elementsOf(inner)];
  });
}

const shadowOf = (element: Element): ShadowRoot | null =>
  Reflect.get(Element.prototype, "shadowRoot", element) as ShadowRoot | null;

const dispatch = (target: EventTarget, event: Event): void => {
  EventTarget.prototype.dispatchEvent.call(target, event);
};

const isClickable = (element: Element): boolean => /^(?:a|area|button|input|summary|label)$/i.test(element.localName);

function click(element: Element): void {
  if (element.namespaceURI === "http://www.w3.org/1999/xhtml") HTMLElement.prototype.click.call(element);
  else dispatch(element, new MouseEvent("click", { bubbles: true, cancelable: true }));
}

/**
 * A link to another page is what it says; only one whose address is code is followed, and what would open a window of
 * its own goes on in this one, where it is seen.
 */
function keepHere(page: Document): void {
  const keep = (event: Event) => {
    // A click's target in a document is an element.
    const link = (event.target as Element | null)?.closest?.("a, area");
    const address = link?.getAttribute("href") ?? link?.getAttribute("xlink:href") ?? "javascript:";
    if (!isCode(address)) event.preventDefault();
  };
  EventTarget.prototype.addEventListener.call(page, "click", keep, true);
  for (const element of elementsOf(page)) {
    const target = Element.prototype.getAttribute.call(element, "target");
    if (target !== null && !/^_(?:self|parent|top)$/i.test(target)) {
      Element.prototype.setAttribute.call(element, "target", "_self");
    }
  }
}

const isCode = (address: string): boolean => /^[\0-\x20]*j[\t\r\n]*a[\t\r\n]*v[\t\r\n]*a/i.test(address);
