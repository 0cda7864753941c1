// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

withoutLayout();

afterEach(() => render(null, document.body));

test("a key pressed before anything is drawn is obeyed, and so is the next one, each once", async () => {
  const letKeysBeObeyed = holdKeys();
  press("j");
  const reader = await makeReader(makeDb(), 5);
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={letKeysBeObeyed} />, document.body));
  await vi.waitFor(() => expect(titleOf(reader.selectedId.value)).toBe("1"));
  press("j");
  await vi.waitFor(() => expect(titleOf(reader.selectedId.value)).toBe("2"));

  function titleOf(id: number | null) {
    return reader.list.rows.value.find((row) => row.id === id)?.title;
  }
});

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
