/** What runs inside the measured pages. The same on both sides of each pair; it touches nothing of the page's own. */
export type PageProbe = {
  /** Milliseconds from the navigation to the end of the frame that painted the rows. */
  painted: Promise<number>;
  /** Milliseconds between so many frames while nothing happens. */
  idleGaps: (count: number) => Promise<number[]>;
  /**
   * Frames, each as long as one of an idle page, from an act to the one that painted what `isShown` asks for; a frame
   * that took longer counts for as many as it kept the screen waiting.
   */
  framesUntilShown: (step: Step) => Promise<number>;
  /** Milliseconds between all frames from an act until it is done. */
  gapsUntil: (work: Work) => Promise<number[]>;
  scroll: (plan: ScrollPlan) => Promise<ScrollRun>;
};

/** So many elements that match. */
export type Rows = { selector: string; count: number };

export type Step = { act: () => void; isShown: () => boolean; frameMs: number };

export type Work = { act: () => void; isDone: () => boolean };

export type ScrollPlan = {
  scroller: string;
  /** What covers the list's height between them. */
  rows: string;
  pxPerSecond: number;
  ms: number;
  /** Starts anew where the list ends. */
  around: boolean;
};

/** `gaps`: milliseconds between frames. `blank`: frames in which a part of the view held no row. */
export type ScrollRun = { gaps: number[]; blank: number };

/** Put into a page before its own scripts; needs nothing from outside of itself. */
export function installProbe({ selector, count }: Rows): void {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

  /** A task of its own, after the frame whose callbacks asked for it was drawn. */
  const afterFrame = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });

  const painted = new Promise<number>((resolve) => {
    const changes = new MutationObserver(() => {
      if (document.querySelectorAll(selector).length < count) return;
      changes.disconnect();
      requestAnimationFrame(() => void afterFrame().then(() => resolve(performance.now())));
    });
    changes.observe(document, { childList: true, subtree: true });
  });

  const idleGaps = async (count: number): Promise<number[]> => {
    const gaps: number[] = [];
    let before = await nextFrame();
    while (gaps.length < count) {
      const at = await nextFrame();
      gaps.push(at - before);
      before = at;
    }
    return gaps;
  };

  const framesUntilShown = async ({ act, isShown, frameMs }: Step): Promise<number> => {
    const start = await nextFrame();
    await afterFrame();
    act();
    for (let frame = 1; frame < 600; frame++) {
      await nextFrame();
      if (!isShown()) continue;
      // How long its drawing took shows in when the one after it comes.
      return Math.round(((await nextFrame()) - start) / frameMs) - 1;
    }
    throw new Error("It was not shown within 600 frames");
  };

  const gapsUntil = async ({ act, isDone }: Work): Promise<number[]> => {
    const gaps: number[] = [];
    const start = await nextFrame();
    act();
    for (let before = start; before - start < 120_000;) {
      const at = await nextFrame();
      gaps.push(at - before);
      before = at;
      if (isDone()) return gaps;
    }
    throw new Error("It was not done within two minutes");
  };

  const scroll = async ({ scroller, rows, pxPerSecond, ms, around }: ScrollPlan): Promise<ScrollRun> => {
    const box = document.querySelector<HTMLElement>(scroller);
    if (!box) throw new Error(`There is no ${scroller}`);
    const run: ScrollRun = { gaps: [], blank: 0 };
    const start = await nextFrame();
    let before = start;
    let owed = 0;
    while (before - start < ms) {
      const at = await nextFrame();
      run.gaps.push(at - before);
      owed += ((at - before) * pxPerSecond) / 1000;
      before = at;
      const from = around && isAtEnd(box) ? 0 : box.scrollTop;
      box.scrollTop = from + owed;
      const moved = box.scrollTop - from;
      // A list that ends before it should is as good as blank.
      if (isBlankSomewhere(box, rows) || (!around && moved < owed - 2)) run.blank++;
      owed = Math.max(0, Math.min(owed - moved, 1));
    }
    return run;
  };

  const isAtEnd = (box: HTMLElement): boolean => box.scrollTop + box.clientHeight >= box.scrollHeight - 1;

  /** Whether the rows leave a gap of more than a hairline anywhere in the view. */
  const isBlankSomewhere = (box: HTMLElement, rows: string): boolean => {
    const view = box.getBoundingClientRect();
    const places = [...box.querySelectorAll(rows)].map((row) => row.getBoundingClientRect());
    let covered = view.top;
    for (const { top, bottom } of places.sort((a, b) => a.top - b.top)) {
      if (top > covered + 2) break;
      covered = Math.max(covered, bottom);
    }
    return covered < view.bottom - 2;
  };

  const pageProbe: PageProbe = { painted, idleGaps, framesUntilShown, gapsUntil, scroll };
  Object.assign(globalThis, { pageProbe });
}
