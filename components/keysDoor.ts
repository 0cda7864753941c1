import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Reader } from "../lib/view/reader.ts";
import type { LetKeysBeObeyed } from "./holdKeys.ts";

type Press = (event: KeyboardEvent) => void;

/** What obeys keys is loaded when the first rows are drawn; those that were pressed meanwhile are kept for it. */
export function useKeys(
  reader: Reader,
  scroller: RefObject<HTMLElement | null>,
  letKeysBeObeyed: LetKeysBeObeyed,
): Press {
  const [press, setPress] = useState<Press | null>(null);
  const isReady = press !== null && reader.keySettings.value !== null;
  useEffect(() => void import("./pageKeys.ts").then(({ obeyKeys }) => setPress(() => obeyKeys(reader, scroller))), []);
  useEffect(() => (isReady ? letKeysBeObeyed(press) : undefined), [isReady]);
  return press ?? leaveToBrowser;
}

const leaveToBrowser = (): void => undefined;
