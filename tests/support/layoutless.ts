import { afterAll, vi } from "vitest";

/** jsdom lays nothing out, is never idle and loads no frames: what components ask the browser of that, answered so that they go on. */

class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

export function withoutLayout(): void {
  Object.assign(globalThis, {
    ResizeObserver: Observer,
    IntersectionObserver: Observer,
    requestIdleCallback: (act: () => void) => setTimeout(act),
    CSS: { highlights: new Map() },
    Highlight: class extends Set {
      constructor(...ranges: object[]) {
        super(ranges);
      }
    },
  });
  // jsdom makes an empty page of it at some later time.
  Object.defineProperty(HTMLIFrameElement.prototype, "contentDocument", { get: () => null });
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.moveBefore = function (node, child) {
    this.insertBefore(node, child);
  };
  withModalDialogs();
  // What an idle page loads must not come after its test has been torn down.
  afterAll(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await vi.dynamicImportSettled();
  });
}

/** As in a browser they take the focus, and give it back when they are closed. */
function withModalDialogs(): void {
  const origins = new WeakMap<HTMLDialogElement, Element | null>();
  HTMLDialogElement.prototype.showModal = function () {
    origins.set(this, document.activeElement);
    this.open = true;
    this.querySelector<HTMLElement>("button")?.focus();
  };
  HTMLDialogElement.prototype.close = function () {
    const origin = origins.get(this);
    this.open = false;
    if (origin instanceof HTMLElement) origin.focus();
  };
}
