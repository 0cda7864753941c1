// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { MissingText } from "../../components/MissingText.tsx";
import { makeReader } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

/** As the browser does it. */
function go(where: "online" | "offline"): void {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(where === "online");
  act(() => void dispatchEvent(new Event(where)));
}

test("without a connection, an article without text says so and can be kept for later", async () => {
  const reader = await makeReader(makeDb(), 1);
  const draw = () => {
    const [article] = reader.list.rows.value;
    if (article) act(() => render(<MissingText reader={reader} article={article} home={() => null} />, document.body));
  };
  go("online");
  draw();
  expect(document.body.textContent).toBe("");
  go("offline");
  expect(document.querySelector("[role=status]")?.textContent).toMatch(/^The full text wasn’t saved/);
  const button = document.querySelector("button");
  button?.focus();
  button?.click();
  await vi.waitFor(() => expect(reader.list.rows.value[0]?.later).toBe(1));
  draw();
  expect(button?.getAttribute("aria-pressed")).toBe("true");
  expect(document.activeElement).toBe(button);
  go("online");
  expect(document.body.textContent).toBe("");
});
