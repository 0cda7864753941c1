import { browser } from "wxt/browser";

export const version = (): string => browser.runtime.getManifest().version;
