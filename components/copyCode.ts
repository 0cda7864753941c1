import { t } from "../lib/i18n.ts";
import { copyText } from "./copying.ts";

/** One in each box of code. Its word is no text of the article: the style sheet shows its name. */
export function addCopyButtons(page: Document): void {
  for (const box of page.body.querySelectorAll("div.code")) {
    const button = page.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-label", t("copyCode"));
    box.append(button);
  }
}

const SAID_MS = 2_000;

/** Copies the code that a button belongs to, as plain text, and has the button say what became of it. */
export function copyCode(button: HTMLElement): Promise<void> {
  const code = button.parentElement?.querySelector("pre")?.textContent ?? "";
  return copyText(code.replace(/\n$/, ""), (key) => {
    button.setAttribute("aria-label", t(key));
    setTimeout(() => button.setAttribute("aria-label", t("copyCode")), SAID_MS);
  });
}
