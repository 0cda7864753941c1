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
  });
  Element.prototype.scrollIntoView = () => {};
  Element.prototype.moveBefore = function (node, child) {
    this.insertBefore(node, child);
  };
  // What an idle page loads must not come after its test has been torn down.
  afterAll(async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await vi.dynamicImportSettled();
  });
}
