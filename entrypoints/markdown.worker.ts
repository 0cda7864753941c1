import { marked } from "marked";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

type Request = { id: number; source: string };

/** A classic worker for pages. It only converts: whoever shows the result sanitises it. */
export default defineUnlistedScript(() => {
  addEventListener("message", ({ data: { id, source } }: MessageEvent<Request>) => {
    postMessage({ id, html: marked.parse(source, { async: false, gfm: true }) });
  });
});
