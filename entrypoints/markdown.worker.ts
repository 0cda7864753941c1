import { marked } from "marked";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { markdownNotes } from "../lib/feed/markdownNotes.ts";

type Request = { id: number; source: string };

/** A classic worker for pages. It only converts: whoever shows the result sanitises it. */
export default defineUnlistedScript(() => {
  marked.use(markdownNotes());
  addEventListener("message", ({ data: { id, source } }: MessageEvent<Request>) => {
    postMessage({ id, html: marked.parse(source, { async: false, gfm: true }) });
  });
});
