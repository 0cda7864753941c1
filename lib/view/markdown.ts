import { createAsking, startPackaged } from "./askWorker.ts";

/** Beyond this the parser's worst cases cost minutes; such a text is read as it was written. */
const SOURCE_LENGTH = 200 * 1024;
const PATIENCE_MS = 3_000;

/** Converts Markdown in a worker. Null where the source is too large, or took too long, or broke the parser. */
export function createMarkdown(startWorker: () => Worker): (source: string) => Promise<string | null> {
  const ask = createAsking<{ source: string }, { html: string }>(startWorker, PATIENCE_MS);
  return async (source) => (source.length > SOURCE_LENGTH ? null : ((await ask({ source }))?.html ?? null));
}

export const startMarkdownWorker = (): Worker => startPackaged("/markdown.js");
