import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { colourCode } from "../lib/view/highlight.ts";
import type { RenderedBody } from "../lib/view/render.ts";
import { followClicks } from "./articleClicks.ts";
import { addCopyButtons } from "./copyCode.ts";
import { judgePicture } from "./openable.ts";
import { FRAME_PAGE, returnFrame, takeFrame } from "./readyFrame.ts";

type Props = {
  rendered: RenderedBody;
  language: string | null;
  direction: "ltr" | "rtl" | null;
  /** The frame's name for those who hear it. */
  title: string;
  /** Keys pressed while the focus is in the text. */
  onKey: (event: KeyboardEvent) => void;
  /** The pointer or the focus came into the text: this page hears of neither by itself. */
  onEnter: () => void;
  onOpenPicture: (image: HTMLImageElement) => void;
  /** Another text is drawn, and the frame as high as it; nothing of it is painted yet. */
  onDrawn: (frame: HTMLIFrameElement) => void;
  /** The text became higher or lower than it was, and the frame with it. */
  onFitted: () => void;
};

/**
 * The article's text, in a page of its own that may run no script whatever gets into it. This page draws there, listens
 * there and keeps the frame as high as the text, so that the two read as one.
 */
export function ArticleFrame({ rendered, language, direction, title, ...heard }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);
  const latest = useRef(heard);
  latest.current = heard;

  useLayoutEffect(() => {
    if (place.current === null) return;
    const taken = (frame.current = takeFrame(place.current));
    const draw = () => setPage(loadedPage(taken));
    // It may have loaded long ago.
    draw();
    taken.addEventListener("load", draw);
    return () => {
      taken.removeEventListener("load", draw);
      returnFrame(taken);
    };
  }, []);

  useLayoutEffect(() => {
    if (frame.current === null) return;
    frame.current.title = title;
    frame.current.style.visibility = page === null ? "hidden" : "visible";
  }, [page, title]);

  useLayoutEffect(() => {
    if (page === null) return;
    // A copy: the same text is shown again if the frame has to load again.
    page.body.replaceChildren(page.importNode(rendered.fragment, true));
    addCopyButtons(page);
  }, [page, rendered]);

  useLayoutEffect(() => {
    if (page === null || frame.current === null) return;
    const openPicture = (image: HTMLImageElement) => latest.current.onOpenPicture(image);
    return followClicks(page, { frame: frame.current, openPicture });
  }, [page, rendered]);
  // After the paint.
  useEffect(() => (page === null ? undefined : colourCode(page)), [page, rendered]);

  useLayoutEffect(() => {
    if (page === null) return;
    page.title = title;
    page.body.dir = direction ?? "auto";
    // Empty means unknown, which keeps the page from speaking and hyphenating it as if it were its own language.
    page.body.lang = language ?? "";
  }, [page, language, direction, title]);

  useLayoutEffect(() => {
    if (page === null || frame.current === null) return;
    const stops = [
      followAppearance(page.documentElement),
      followHeight(frame.current, page.body, () => latest.current.onFitted()),
      listen(page, "keydown", (event) => latest.current.onKey(event)),
      listen(page, "pointerdown", () => latest.current.onEnter()),
      listen(page, "focusin", () => latest.current.onEnter()),
    ];
    return () => stops.forEach((stop) => stop());
  }, [page]);

  // Last, when all that the height follows from is set.
  useLayoutEffect(() => {
    if (page === null || frame.current === null) return;
    fit(frame.current, page.body);
    latest.current.onDrawn(frame.current);
  }, [page, rendered]);

  return <div ref={place} />;
}

/** Before its own page, a frame holds an empty one that is soon thrown away. */
function loadedPage(frame: HTMLIFrameElement): Document | null {
  const page = frame.contentDocument;
  return page?.readyState === "complete" && new URL(page.URL).pathname === FRAME_PAGE ? page : null;
}

const APPEARANCE = ["--read-font", "--read-size", "--read-leading"];

/** Theme and reading settings hang on this page's root element; the frame's root follows it. */
function followAppearance(inner: HTMLElement): () => void {
  const outer = document.documentElement;
  const copy = () => {
    inner.dataset["theme"] = outer.dataset["theme"] ?? "auto";
    inner.dir = outer.dir;
    inner.lang = outer.lang;
    const style = getComputedStyle(outer);
    for (const name of APPEARANCE) inner.style.setProperty(name, style.getPropertyValue(name));
  };
  copy();
  const observer = new MutationObserver(copy);
  observer.observe(outer, { attributeFilter: ["data-theme", "style", "class", "dir", "lang"] });
  return () => observer.disconnect();
}

/**
 * Firefox does not tell this page's observers of every change that comes with a late layout, nor the frame's own of a
 * width that this page has just given it (a scrollbar that came beside the text): so both are asked.
 */
function followHeight(frame: HTMLIFrameElement, content: HTMLElement, onFitted: () => void): () => void {
  const { ResizeObserver: FrameObserver } = content.ownerDocument.defaultView ?? window;
  const refit = () => {
    fit(frame, content);
    for (const box of content.querySelectorAll(".scrolls, pre")) reachByKeyboard(box);
    for (const image of content.querySelectorAll("img")) judgePicture(image);
    passByKeyboard(frame, content);
    onFitted();
  };
  const [inner, outer] = [new FrameObserver(refit), new ResizeObserver(refit)];
  inner.observe(content);
  outer.observe(frame);
  // A picture whose box was free before it came changes no height. Nothing else that a text may hold loads.
  const judge = ({ target }: Event) => {
    judgePicture(target as HTMLImageElement);
    passByKeyboard(frame, content);
  };
  content.addEventListener("load", judge, true);
  return () => {
    inner.disconnect();
    outer.disconnect();
    content.removeEventListener("load", judge, true);
  };
}

function fit(frame: HTMLIFrameElement, content: HTMLElement): void {
  frame.style.minBlockSize = "0";
  frame.style.blockSize = `${Math.ceil(content.getBoundingClientRect().height)}px`;
}

/** What scrolls sideways must be reachable without a pointer; what does not would only be in the way. */
function reachByKeyboard(box: Element): void {
  if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
  else box.removeAttribute("tabindex");
}

/** A frame is a stop of the Tab key, seen nowhere; where nothing in it is one, it is passed by. */
function passByKeyboard(frame: HTMLIFrameElement, content: HTMLElement): void {
  if (content.querySelector("a[href], button, summary, [tabindex='0']")) frame.removeAttribute("tabindex");
  else frame.tabIndex = -1;
}

function listen<K extends "keydown" | "pointerdown" | "focusin">(
  page: Document,
  type: K,
  listener: (event: DocumentEventMap[K]) => void,
): () => void {
  page.addEventListener(type, listener);
  return () => page.removeEventListener(type, listener);
}
