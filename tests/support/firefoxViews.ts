import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { KeyInput } from "puppeteer-core";
import type { Surface } from "./browser.ts";
import { evaluateThrough } from "./evaluate.ts";
import type { Privileged } from "./firefoxPrivileged.ts";
import { waitUntilSettled } from "./settled.ts";
import { waitUntil } from "./waitUntil.ts";

/** Where the extension shows itself outside of tabs. */
export type View = { place: "background" | "popup" | "sidebar"; geckoId: string };

/** Waits for the popup or sidebar to have loaded `url`. */
export async function firefoxSurface(privileged: Privileged, view: View, url: string): Promise<Surface> {
  const evaluate = evaluateThrough((expression) => runInView(privileged, view, expression));
  const isLoaded = async (): Promise<boolean> => {
    if (!(await privileged.call(isShown, view))) return false;
    // Firefox loads a popup out of sight and then swaps it into the panel: a question asked meanwhile gets lost.
    return await evaluate((address) => location.href.startsWith(address), url).catch(() => false);
  };
  await waitUntil(isLoaded, { what: url });
  await waitUntilSettled(evaluate);
  return {
    evaluate,
    click: async (selector) => {
      const point = await evaluate(scrollToMiddleOf, selector);
      await privileged.call(clickInView, { view, point });
    },
    press: (key) => privileged.call(pressInView, { view, key }),
    screenshot: async (pngPath) => {
      const picture = await privileged.call(pictureOfView, view);
      await writeFile(pngPath, Buffer.from(picture.replace(/^.*,/, ""), "base64"));
    },
  };
}

export async function runInView(privileged: Privileged, view: View, expression: string): Promise<unknown> {
  const frameScript = `(${answerInFrame})(${JSON.stringify(expression)}, "${randomUUID()}")`;
  const answer = await privileged.call(askFrame, { view, frameScript });
  if ("fault" in answer) throw new Error(answer.fault);
  return answer.json === null ? undefined : JSON.parse(answer.json);
}

type Answer = { json: string | null } | { fault: string };

function scrollToMiddleOf(selector: string): { x: number; y: number } {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`There is no ${selector} to click on`);
  element.scrollIntoView({ block: "nearest" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

// ── In Firefox's own window. Each function is sent as text; `elementOf` is there, see `firefoxPrivileged.ts`. ──

function isShown(view: View): boolean {
  return elementOf(view) !== null;
}

/** The page is in another process: a frame script goes there and sends a message back, unless the page closes first. */
async function askFrame({ view, frameScript }: { view: View; frameScript: string }): Promise<Answer> {
  const element = elementOf(view);
  if (element === null) return { fault: `There is no ${view.place}` };
  const { messageManager: messages } = element;
  const name = frameScript.slice(-38, -2);
  return await new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearInterval(watch);
      messages.removeMessageListener(name, receive);
      resolve(answer);
    };
    const receive = ({ data }: { data: Answer }): void => settle(data);
    const watch = setInterval(() => {
      if (!element.isConnected) settle({ fault: `The ${view.place} closed` });
    }, 50);
    messages.addMessageListener(name, receive);
    messages.loadFrameScript(`data:,${encodeURIComponent(frameScript)}`, false);
  });
}

function clickInView({ view, point }: { view: View; point: { x: number; y: number } }): void {
  const element = elementOf(view);
  if (element === null) throw new Error(`There is no ${view.place} to click in`);
  const { x, y } = element.getBoundingClientRect();
  const owner = element.ownerDocument.defaultView;
  for (const type of ["mousemove", "mousedown", "mouseup"]) {
    const buttons = type === "mousedown" ? 1 : 0;
    owner.synthesizeMouseEvent(type, x + point.x, y + point.y, { button: 0, buttons, clickCount: 1 }, {});
  }
}

function pressInView({ view, key }: { view: View; key: KeyInput }): void {
  const element = elementOf(view);
  if (element === null) throw new Error(`There is no ${view.place} to type in`);
  element.focus();
  const owner = element.ownerDocument.defaultView;
  const typist = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  typist.beginInputTransactionForTests(owner);
  const press = new owner.KeyboardEvent("", {
    key,
    ...(key.length === 1 && { keyCode: key.toUpperCase().charCodeAt(0) }),
  });
  const shift = /^[A-Z]$/.test(key) ? new owner.KeyboardEvent("", { key: "Shift" }) : null;
  if (shift) typist.keydown(shift);
  typist.keydown(press);
  typist.keyup(press);
  if (shift) typist.keyup(shift);
}

async function pictureOfView(view: View): Promise<string> {
  const page = elementOf(view)?.browsingContext.currentWindowGlobal;
  if (!page) throw new Error(`There is no ${view.place} to take a picture of`);
  const bitmap = await page.drawSnapshot(null, 1, "white");
  // In an XUL document createElement would make no HTML element.
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas") as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL("image/png");
}

/** In the page's process. The sandbox sees the page's own globals and is not bound by its content policy. */
async function answerInFrame(expression: string, name: string): Promise<void> {
  const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
  try {
    const json = await Cu.evalInSandbox(`(async () => JSON.stringify(await ${expression}) ?? null)()`, sandbox);
    sendAsyncMessage(name, { json });
  } catch (fault) {
    sendAsyncMessage(name, { fault: String(fault) });
  }
}

// Firefox's own objects, as far as they are used above.
declare const content: unknown;
declare const Cu: {
  Sandbox: (principal: unknown, options: { sandboxPrototype: unknown; wantXrays: boolean }) => unknown;
  evalInSandbox: (expression: string, sandbox: unknown) => Promise<string | null>;
};
declare const sendAsyncMessage: (name: string, answer: Answer) => void;
declare const Ci: { nsITextInputProcessor: "nsITextInputProcessor" };
declare const Cc: {
  "@mozilla.org/text-input-processor;1": { createInstance: (type: "nsITextInputProcessor") => TextInputProcessor };
};
type TextInputProcessor = {
  beginInputTransactionForTests: (owner: OwnerWindow) => void;
  keydown: (press: KeyboardEvent) => void;
  keyup: (press: KeyboardEvent) => void;
};
type OwnerWindow = {
  KeyboardEvent: typeof KeyboardEvent;
  synthesizeMouseEvent: (type: string, x: number, y: number, mouse: MouseButton, options: object) => void;
};
type MouseButton = { button: number; buttons: number; clickCount: number };
export type ViewElement = HTMLElement & {
  ownerDocument: { defaultView: OwnerWindow };
  messageManager: {
    addMessageListener: (name: string, receive: (message: { data: Answer }) => void) => void;
    removeMessageListener: (name: string, receive: (message: { data: Answer }) => void) => void;
    loadFrameScript: (url: string, allowDelayed: boolean) => void;
  };
  browsingContext: {
    currentWindowGlobal: { drawSnapshot: (area: null, scale: number, ground: string) => Promise<ImageBitmap> } | null;
  };
};
