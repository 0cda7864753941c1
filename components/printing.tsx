import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { Article } from "../lib/model.ts";
import type { Reader } from "../lib/view/reader.ts";
import { TO_PRINT } from "../lib/view/toPrint.ts";
import { PrintedArticle } from "./PrintedArticle.tsx";

type Form = "panel" | "tab";

/**
 * What prints is a copy of the article in the page itself: a frame prints as one box, cut where the paper ends. It is
 * there while the browser lays the pages out, whoever asked it to. Answers what obeys Ctrl+P where this page hears
 * nothing of it by itself.
 */
export function usePrinting(reader: Reader, form: Form): (event: KeyboardEvent) => void {
  const obey = (event: KeyboardEvent) => {
    const article = reader.reading.article.peek();
    if (article === null || event.key !== "p" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    printArticle(reader, article, form);
  };
  useEffect(() => {
    const leaving = new AbortController();
    void loadStyle();
    addEventListener("beforeprint", () => void layOut(reader), leaving);
    addEventListener("afterprint", clear, leaving);
    addEventListener("keydown", obey, leaving);
    return () => leaving.abort();
  }, []);
  useAskedFor(reader);
  return obey;
}

/** Chromium's side panel cannot print, and asks nobody either; a tab can. */
export function printArticle(reader: Reader, article: Article, form: Form): void {
  if (form === "panel") reader.openTab(article.id, TO_PRINT);
  else void printHere(reader);
}

/** A tab that was opened to print does so once, when its text is there. */
function useAskedFor(reader: Reader): void {
  const isThere = reader.reading.article.value !== null && reader.reading.text.value.kind !== "coming";
  useEffect(() => {
    if (!isThere || location.search !== TO_PRINT) return;
    history.replaceState(history.state, "", location.pathname + location.hash);
    void printHere(reader);
  }, [isThere]);
}

async function printHere(reader: Reader): Promise<void> {
  const sheet = layOut(reader);
  const pictures = [...(sheet?.querySelectorAll("img") ?? [])];
  // One that cannot be shown is no reason to print nothing.
  await Promise.all([loadStyle(), ...pictures.map((picture) => picture.decode().catch(() => undefined))]);
  print();
}

let style: Promise<unknown> | null = null;

/** With the first article, and never in the way: it is of no use on a screen. */
function loadStyle(): Promise<unknown> {
  return (style ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.addEventListener("load", resolve);
    // It is packaged; without it the article prints all the same.
    link.addEventListener("error", resolve);
    Object.assign(link, { rel: "stylesheet", media: "print", href: "/assets/print.css" });
    document.head.append(link);
  }));
}

const sheetInPage = (): HTMLElement | null => document.querySelector("body > .printed");

/** Null where no article is open: then the page prints as it is. */
function layOut(reader: Reader): HTMLElement | null {
  const article = reader.reading.article.peek();
  const there = sheetInPage();
  if (there !== null || article === null) return there;
  const sheet = document.createElement("div");
  sheet.className = "printed";
  document.body.append(sheet);
  render(<PrintedArticle reader={reader} article={article} />, sheet);
  return sheet;
}

function clear(): void {
  const sheet = sheetInPage();
  if (sheet === null) return;
  render(null, sheet);
  sheet.remove();
}
