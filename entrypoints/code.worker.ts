import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { codeSpans } from "../lib/view/codeTokens.ts";

type Request = { id: number; source: string; language: string };

/** A classic worker for pages: says which parts of a source have which colour. */
export default defineUnlistedScript(() => {
  addEventListener("message", ({ data: { id, source, language } }: MessageEvent<Request>) => {
    postMessage({ id, spans: codeSpans(source, language) });
  });
});
