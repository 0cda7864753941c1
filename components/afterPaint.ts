/** Later there is always something more urgent: then it is done all the same. */
const PATIENCE_MS = 300;

/** Resolves when what was just drawn is seen, and the browser has nothing more urgent to do. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const whenIdle = () => requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    // No frame comes while nobody can see the page.
    if (document.hidden) whenIdle();
    else requestAnimationFrame(whenIdle);
  });
}
