// @vitest-environment jsdom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { useFileDrop } from "../../../components/options/fileDrop.ts";

let taken: string[];
beforeEach(() => {
  taken = [];
  act(() => render(<Target />, document.body));
});

test("a file that is dropped is taken, and the browser does not open it", () => {
  expect(send("dragover", ["a.opml"])).toBe("ours");
  expect(target().className).toBe("over");
  expect(send("drop", ["a.opml", "b.opml"])).toBe("ours");
  expect(target().className).toBe("");
  expect(taken).toEqual(["a.opml"]);
});

test("a file that is dragged past leaves no mark", () => {
  send("dragover", ["a.opml"]);
  send("dragleave", ["a.opml"]);
  expect(target().className).toBe("");
  expect(taken).toEqual([]);
});

test("text that is dragged over is the browser's", () => {
  expect(send("dragover", [])).toBe("the browser's");
  expect(send("drop", [])).toBe("the browser's");
  expect(target().className).toBe("");
  expect(taken).toEqual([]);
});

function Target() {
  const { isOver, targetProps } = useFileDrop((file) => taken.push(file.name));
  return <div class={isOver ? "over" : ""} {...targetProps} />;
}

const target = (): HTMLElement => document.querySelector("div") ?? document.body;

/** jsdom has no drag events; ours need nothing of them but what is carried. */
function send(kind: string, names: string[]): "ours" | "the browser's" {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  const files = names.map((name) => new File([], name));
  Object.assign(event, { dataTransfer: { types: names.length > 0 ? ["Files"] : ["text/plain"], files } });
  act(() => void target().dispatchEvent(event));
  return event.defaultPrevented ? "ours" : "the browser's";
}
