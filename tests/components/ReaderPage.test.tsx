// @vitest-environment jsdom
import "../support/englishMessages.ts";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { withoutLayout } from "../support/layoutless.ts";
import { makeReader, shown } from "../support/readers.ts";
import { makeDb } from "../support/rows.ts";

withoutLayout();

afterEach(() => render(null, document.body));

test("keys pressed before anything is drawn are obeyed, one after another, and later ones too", async () => {
  const letKeysBeObeyed = holdKeys();
  press("j");
  press("Enter");
  const reader = await makeReader(makeDb(), 5);
  await act(() => render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={letKeysBeObeyed} />, document.body));
  await vi.waitFor(() => expect(titleOf(reader.openId.value)).toBe("1"));
  await shown(reader);
  press("j");
  await vi.waitFor(() => expect(titleOf(reader.openId.value)).toBe("2"));

  function titleOf(id: number | null) {
    return reader.list.rows.value.find((row) => row.id === id)?.title;
  }
});

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
