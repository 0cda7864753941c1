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
}
