import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The part of the browser that components speak through. Import this first: the door to the browser looks once. */

const path = join(import.meta.dirname, "../../public/_locales/en/messages.json");
// The build checks the file's shape.
const messages = JSON.parse(readFileSync(path, "utf8")) as Record<string, { message: string }>;

const i18n = {
  getUILanguage: () => "en",
  getMessage: (key: string, values: string[] = []) =>
    (messages[key]?.message ?? "").replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? ""),
};

Object.assign(globalThis, { chrome: { i18n, runtime: {} } });
