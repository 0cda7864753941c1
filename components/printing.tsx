import { render } from "preact";
import { useEffect } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";
import { PrintedArticle } from "./PrintedArticle.tsx";

/**
 * What prints is a copy of the article in the page itself: a frame prints as one box, cut where the paper ends. It is
 * there while the browser lays the pages out, whoever asked it to.
 */
export function usePrinting(reader: Reader): void {
  useEffect(() => {
    linkStyle();
    const lay = () => void layOut(reader);
    addEventListener("beforeprint", lay);
    addEventListener("afterprint", clear);
    return () => {
      removeEventListener("beforeprint", lay);
      removeEventListener("afterprint", clear);
    };
  }, []);
}

/** Prints the open article, its pictures ready. */
export async function printArticle(reader: Reader): Promise<void> {
  const sheet = layOut(reader);
  // One that cannot be shown is no reason to print nothing.
  await Promise.all([...(sheet?.querySelectorAll("img") ?? [])].map((image) => image.decode().catch(() => undefined)));
  print();
}

const STYLE = "/assets/print.css";

/** Loaded with the first article, and never in the way: it is of no use on a screen. */
function linkStyle(): void {
  if (document.querySelector(`link[href="${STYLE}"]`)) return;
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", media: "print", href: STYLE });
  document.head.append(link);
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
