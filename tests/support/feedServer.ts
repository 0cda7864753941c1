import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { join, resolve, sep } from "node:path";
import { sendAnswer } from "./serverAnswer.ts";
import type { Answer } from "./serverAnswer.ts";

export type FeedServer = {
  port: number;
  /** `http://home.feeds.test:PORT`; the test browsers take such names to this machine, Node does not. */
  origin: (name?: string) => string;
  /** `http://127.0.0.1:PORT` */
  localOrigin: string;
  /** A later call for the same path wins. A path with a query is tried before the path alone. */
  serve: (path: string, answer: Answer | Responder) => void;
  /** The files below `dir`, as an everyday web server would: typed by their endings, with ETags. */
  serveFolder: (prefix: string, dir: string) => void;
  /** Every request in the order of arrival. */
  log: LoggedRequest[];
  clearLog: () => void;
  stop: () => Promise<void>;
};

export type LoggedRequest = {
  at: number;
  method: string;
  /** Without the port. */
  host: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** 0 until the headers of the answer are sent. */
  status: number;
};

export type Responder = (request: LoggedRequest) => Answer | Promise<Answer>;

/** A real server on this machine's loopback address; port 0 takes a free one. */
export async function startFeedServer({ port: wantedPort = 0 } = {}): Promise<FeedServer> {
  const answers = new Map<string, Answer | Responder>();
  const folders: { prefix: string; dir: string }[] = [];
  const log: LoggedRequest[] = [];

  const answerFor = (logged: LoggedRequest): Answer | Promise<Answer> => {
    const [path = "/"] = logged.path.split("?");
    const answer = answers.get(logged.path) ?? answers.get(path);
    if (answer) return typeof answer === "function" ? answer(logged) : answer;
    return fileFor(folders, path) ?? { status: 404, body: "Not found" };
  };
  const server = createServer((request, response) => {
    const logged = logEntry(request);
    log.push(logged);
    void answerRequest({ logged, response, answerFor });
  });
  const port = await new Promise<number>((ready) => {
    server.listen(wantedPort, "127.0.0.1", () => {
      const address = server.address();
      ready(typeof address === "object" && address ? address.port : wantedPort);
    });
  });

  return {
    port,
    origin: (name = "home") => `http://${name}.feeds.test:${port}`,
    localOrigin: `http://127.0.0.1:${port}`,
    serve: (path, answer) => void answers.set(path, answer),
    serveFolder: (prefix, dir) => void folders.unshift({ prefix, dir: resolve(dir) }),
    log,
    clearLog: () => void log.splice(0),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function logEntry({ method = "GET", url = "/", headers }: IncomingMessage): LoggedRequest {
  const host = (headers.host ?? "").replace(/:\d+$/, "");
  return { at: Date.now(), method, host, path: url, headers, status: 0 };
}

type Exchange = {
  logged: LoggedRequest;
  response: ServerResponse;
  answerFor: (logged: LoggedRequest) => Answer | Promise<Answer>;
};

/** A test's own mistake in a responder must show as an answer, not as a connection that hangs. */
async function answerRequest({ logged, response, answerFor }: Exchange): Promise<void> {
  try {
    await sendAnswer({ answer: await answerFor(logged), logged, response });
  } catch (fault) {
    logged.status = 500;
    if (!response.headersSent) response.writeHead(500);
    response.end(String(fault));
  }
}

function fileFor(folders: { prefix: string; dir: string }[], path: string): Answer | null {
  const folder = folders.find(({ prefix }) => path.startsWith(prefix));
  if (!folder) return null;
  const file = join(folder.dir, decodeURIComponent(path.slice(folder.prefix.length)));
  if (!file.startsWith(folder.dir + sep)) return null;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  return { body: readFileSync(file), etag: true };
}
