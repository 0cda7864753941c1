// @vitest-environment jsdom
import { render } from "preact";
import { useRef } from "preact/hooks";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { useHeldHeight } from "../../components/heldHeight.ts";

// jsdom lays nothing out: here the test says how large the row was drawn.
let drawn = (_inline: number, _block: number): void => {};
globalThis.ResizeObserver = class {
  constructor(tell: ResizeObserverCallback) {
    drawn = (inlineSize, blockSize) => {
      // What the hook reads of an entry.
      const entry = { target: row(), borderBoxSize: [{ inlineSize, blockSize }] } as unknown as ResizeObserverEntry;
      tell([entry], this);
    };
  }
  observe() {}
  unobserve() {}
  disconnect() {}
};

beforeEach(() => act(() => render(null, document.body)));

test("a row that turns light keeps its height, and loses it when its text is as it was", () => {
  show("strong");
  drawn(400, 103.5);
  show("light");
  expect(row().style.minBlockSize).toBe("103.5px");
  show("strong");
  expect(row().style.minBlockSize).toBe("");
});

test("a row that begins light is as high as its text", () => {
  show("light");
  drawn(400, 90);
  expect(row().style.minBlockSize).toBe("");
});

test("another width frees the height, another height doesn't", () => {
  show("strong");
  drawn(400, 103.5);
  show("light");
  drawn(400, 110);
  expect(row().style.minBlockSize).toBe("103.5px");
  drawn(380, 110);
  expect(row().style.minBlockSize).toBe("");
});

function show(weight: "strong" | "light"): void {
  act(() => render(<Row isLight={weight === "light"} />, document.body));
}

function Row({ isLight }: { isLight: boolean }) {
  const element = useRef<HTMLLIElement>(null);
  useHeldHeight(element, isLight);
  return <li ref={element} />;
}

function row(): HTMLLIElement {
  const [found] = document.getElementsByTagName("li");
  if (!found) throw new Error("No row is shown");
  return found;
}
