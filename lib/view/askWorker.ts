/**
 * Asks a worker one thing at a time, so that each has all of its time. Null where it took longer than `patienceMs` or
 * broke: the worker is ended then, since some short sources keep any parser busy for ever, and the next one is new.
 */
export function createAsking<Request extends object, Answer extends object>(
  startWorker: () => Worker,
  patienceMs: number,
): (request: Request) => Promise<Answer | null> {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let id = 0;

  async function askNow(request: Request): Promise<Answer | null> {
    worker ??= startWorker();
    const answer = await ask<Answer>(worker, { ...request, id: ++id }, patienceMs);
    if (answer !== null) return answer;
    worker.terminate();
    worker = null;
    return null;
  }

  return (request) => {
    const asked = last.then(() => askNow(request));
    // The next one waits for this one's end, however it ended.
    last = asked.catch(() => null);
    return asked;
  };
}

function ask<Answer>(worker: Worker, request: { id: number }, patienceMs: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settled = new AbortController();
    const { signal } = settled;
    const settle = (answer: Answer | null) => {
      settled.abort();
      clearTimeout(patience);
      resolve(answer);
    };
    const patience = setTimeout(() => settle(null), patienceMs);
    worker.addEventListener("error", () => settle(null), { signal });
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<Answer & { id: number }>) => {
        if (data.id === request.id) settle(data);
      },
      { signal },
    );
    worker.postMessage(request);
  });
}

/** The packaged workers: `entrypoints/*.worker.ts` as the build names them. */
export type WorkerAddress = (typeof ADDRESSES)[number];
const ADDRESSES = ["/markdown.js", "/code.js"] as const;

export function startPackaged(address: WorkerAddress): Worker {
  // Where scripts may only come from a named policy, a plain string is refused. The policy knows these addresses only.
  policy ??= window.trustedTypes?.createPolicy("foldline-worker", { createScriptURL: onlyPackaged }) ?? null;
  // The type of Worker knows strings only; a TrustedScriptURL is what the browser asks for in their place.
  return new Worker((policy?.createScriptURL(address) as string | undefined) ?? address);
}

/** A policy can be made once per page. */
let policy: { createScriptURL: (address: string) => unknown } | null = null;

function onlyPackaged(wanted: string): string {
  if (!ADDRESSES.some((address) => address === wanted)) throw new TypeError(`Not a packaged worker: ${wanted}`);
  return wanted;
}
