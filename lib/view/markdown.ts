/** Beyond this the parser's worst cases cost minutes; such a text is read as it was written. */
const SOURCE_LENGTH = 200 * 1024;
const PATIENCE_MS = 3_000;

type Converted = { id: number; html: string };

/**
 * Converts Markdown in a worker, which can be ended: some short sources keep any parser busy for ever. Null where the
 * source is too large, or took too long, or broke the parser. One source at a time, so that each has all of its time.
 */
export function createMarkdown(startWorker: () => Worker): (source: string) => Promise<string | null> {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let id = 0;

  async function convert(source: string): Promise<string | null> {
    worker ??= startWorker();
    const html = await ask(worker, { id: ++id, source });
    if (html !== null) return html;
    worker.terminate();
    worker = null;
    return null;
  }

  return (source) => {
    if (source.length > SOURCE_LENGTH) return Promise.resolve(null);
    const converted = last.then(() => convert(source));
    // The next one waits for this one's end, however it ended.
    last = converted.catch(() => null);
    return converted;
  };
}

function ask(worker: Worker, request: { id: number; source: string }): Promise<string | null> {
  return new Promise((resolve) => {
    const settled = new AbortController();
    const { signal } = settled;
    const settle = (html: string | null) => {
      settled.abort();
      clearTimeout(patience);
      resolve(html);
    };
    const patience = setTimeout(() => settle(null), PATIENCE_MS);
    worker.addEventListener("error", () => settle(null), { signal });
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<Converted>) => {
        if (data.id === request.id) settle(data.html);
      },
      { signal },
    );
    worker.postMessage(request);
  });
}

/** The packaged worker: `entrypoints/markdown.worker.ts` as the build names it. */
const WORKER_ADDRESS = "/markdown.js";

export function startMarkdownWorker(): Worker {
  // Where scripts may only come from a named policy, a plain string is refused. The policy knows one address.
  return new Worker(workerAddress());
}

let address: string | null = null;

/** A policy can be made once per page. */
function workerAddress(): string {
  return (address ??= trustedAddress());
}

function trustedAddress(): string {
  const policy = window.trustedTypes?.createPolicy("foldline-worker", { createScriptURL: onlyPackaged });
  // The type of Worker knows strings only; a TrustedScriptURL is what the browser asks for in their place.
  return (policy?.createScriptURL(WORKER_ADDRESS) as string | undefined) ?? WORKER_ADDRESS;
}

function onlyPackaged(wanted: string): string {
  if (wanted !== WORKER_ADDRESS) throw new TypeError(`Not a packaged worker: ${wanted}`);
  return wanted;
}
