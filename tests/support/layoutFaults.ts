/** What must not be on any surface at any size, as text and boxes are laid out now. Runs in the page. */
export function findLayoutFaults(): string[] {
  /** They are made to be scrolled sideways, and say so by their looks. */
  const SIDEWAYS = ".tabs, .chips, pre, .scrolls";
  const CONTROLS = "button, a[href], input, select, summary, textarea, [tabindex='0']";
  const faults = new Set<string>();
  const dialog = document.querySelector("dialog:modal");
  const root = dialog ?? document.body;
  const all = [...root.querySelectorAll<HTMLElement>("*")].filter(isShown);

  scrollsSideways();
  for (const element of all) textIsCut(element);
  for (const control of all.filter((element) => element.matches(CONTROLS))) {
    isTooSmall(control);
    isCovered(control);
  }
  return [...faults];

  function isShown(element: HTMLElement): boolean {
    return element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], .vh, svg");
  }

  function scrollsSideways(): void {
    for (const box of [document.documentElement, ...all]) {
      if (box.scrollWidth <= box.clientWidth + 1 || box.clientWidth === 0 || box.matches(SIDEWAYS)) continue;
      const canScroll = box === document.documentElement || /auto|scroll/.test(getComputedStyle(box).overflowX);
      if (canScroll) report(box, `scrolls sideways by ${box.scrollWidth - box.clientWidth} px: ${widestIn(box)}`);
    }
  }

  function widestIn(box: HTMLElement): string {
    const edge = box.getBoundingClientRect();
    const out = (element: HTMLElement) => {
      const { left, right } = element.getBoundingClientRect();
      return Math.max(edge.left - left, right - edge.right);
    };
    const [widest] = [...box.querySelectorAll<HTMLElement>("*")].sort((a, b) => out(b) - out(a));
    return nameOf(widest ?? null);
  }

  function textIsCut(element: HTMLElement): void {
    const rects = textRects(element);
    if (rects.length === 0) return;
    const [start, end] = [Math.min(...rects.map((rect) => rect.left)), Math.max(...rects.map((rect) => rect.right))];
    for (let box: HTMLElement | null = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(box);
      // Shortened with a sign that says so.
      if (textOverflow === "ellipsis" || webkitLineClamp !== "none") return;
      if (/auto|scroll/.test(overflowX) && box.matches(SIDEWAYS)) return;
      const isFrame = box.matches("button, a.btn, .btn, .chip, .link, .toast, .notice, dialog");
      if (overflowX === "visible" && !isFrame) continue;
      const edge = box.getBoundingClientRect();
      if (start < edge.left - 1 || end > edge.right + 1) return report(element, `its text leaves ${nameOf(box)}`);
    }
    if (start < -1 || end > innerWidth + 1) report(element, "its text leaves the window");
  }

  /** Where the words stand that are the element's own. */
  function textRects(element: HTMLElement): DOMRect[] {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    return own.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].filter((rect) => rect.width > 0);
    });
  }

  function isTooSmall(control: HTMLElement): void {
    const isInText = getComputedStyle(control).display === "inline" && control.closest("p, li, dd") !== null;
    // Its whole label or row can be hit.
    const isPart = control.closest("label") !== null || control.matches(".hl a, input[type='range'], [tabindex='0']");
    const { width, height } = control.getBoundingClientRect();
    const isSmall = Math.round(width) < 24 || Math.round(height) < 24;
    if (isSmall && !isInText && !isPart) report(control, `is ${Math.round(width)} by ${Math.round(height)} px`);
  }

  /** What is over the middle of a control must be its own, or float there on purpose. */
  function isCovered(control: HTMLElement): void {
    const { left, top, width, height } = control.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight || isScrolledAway(control, { x, y })) return;
    const over = document.elementFromPoint(x, y);
    const row = control.closest(".row, label, .pick");
    const isOwn = over && (control.contains(over) || over.contains(control) || row?.contains(over));
    if (!isOwn && !over?.closest(".menu, .pop, .suggest, .toastwrap, .pill, .day"))
      report(control, `lies under ${nameOf(over)}`);
  }

  function isScrolledAway(control: HTMLElement, { x, y }: { x: number; y: number }): boolean {
    for (let box = control.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflow === "visible") continue;
      const edge = box.getBoundingClientRect();
      if (x < edge.left || x > edge.right || y < edge.top || y > edge.bottom) return true;
    }
    return false;
  }

  function report(element: Element, fault: string): void {
    faults.add(`${nameOf(element)} ${fault}`);
  }

  function nameOf(element: Element | null): string {
    if (element === null) return "nothing";
    const kind = element.getAttribute("class");
    const words = (element.getAttribute("aria-label") ?? element.textContent ?? "")
      .trim()
      .slice(0, 40)
      .replace(/\s+/g, " ");
    return `<${element.tagName.toLowerCase()}${kind ? ` class="${kind}"` : ""}> “${words}”`;
  }
}

/**
 * Words in Latin letters, where no message and no article of `greekNews` has any: they stand in the source, or are names
 * (`known`). Addresses have Latin letters anywhere, and what browsers call their own keys is theirs. Runs in the page.
 */
export function findUntranslated(known: string[]): string[] {
  const ATTRIBUTES = ["aria-label", "aria-valuetext", "title", "alt", "placeholder"];
  const ADDRESS = /(https?:\/\/)?([\w-]+\.)+(test|example|com)(:\d+)?(\/[\w./-]*)?/g;
  const found = new Set<string>();
  const look = (text: string | null) => {
    const rest = known.reduce((left, name) => left.replaceAll(name, ""), (text ?? "").replace(ADDRESS, ""));
    if (/[A-Za-z]{2,}/.test(rest)) found.add((text ?? "").trim());
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (element.matches("script, style, kbd, b[aria-hidden]")) continue;
    for (const name of ATTRIBUTES) look(element.getAttribute(name));
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) look(node.nodeValue);
  }
  look(document.title);
  return [...found];
}
