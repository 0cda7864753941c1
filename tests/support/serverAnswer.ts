import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { LoggedRequest } from "./feedServer.ts";
import { contentType } from "./contentType.ts";
import { pause } from "./waitUntil.ts";

export type Answer = {
  /** 200 where nothing else is said. */
  status?: number;
  /** Lower case. The content type follows from the path's ending unless it is named here. */
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** How long the headers keep one waiting. */
  headerDelayMs?: number;
  /** How long the body keeps one waiting after the headers. */
  delayMs?: number;
  dripBytesPerSecond?: number;
  /** Sends a strong ETag of the body, and 304 to who has it. */
  etag?: true;
  /** Sends this Last-Modified, and 304 to who has it. */
  lastModified?: string;
  /** Breaks the connection after so many bytes of the promised body. */
  cutAfterBytes?: number;
  /** 302 where `status` says nothing else. */
  redirectTo?: string;
  gzip?: true;
  /** The whole answer to the byte, status line and headers in it: for what a sane server would refuse to send. */
  raw?: string;
};

type Reply = { answer: Answer; logged: LoggedRequest; response: ServerResponse };

export async function sendAnswer({ answer, logged, response }: Reply): Promise<void> {
  if (answer.raw !== undefined) return void response.socket?.end(answer.raw);
  const plain = Buffer.from(answer.body ?? "");
  const validators = validatorsOf(answer, plain);
  const isKnown = answer.status === undefined && has(logged.headers, validators);
  const body = answer.gzip ? gzipSync(plain) : plain;
  await pause(answer.headerDelayMs ?? 0);

  logged.status = isKnown ? 304 : (answer.status ?? (answer.redirectTo === undefined ? 200 : 302));
  const type = contentType(logged.path.split("?")[0] ?? "");
  response.writeHead(logged.status, {
    ...(!isKnown && type !== null && { "content-type": type }),
    ...(!isKnown && { "content-length": String(body.length) }),
    ...(!isKnown && answer.gzip && { "content-encoding": "gzip" }),
    ...(answer.redirectTo !== undefined && { location: answer.redirectTo }),
    ...validators,
    ...answer.headers,
  });
  response.flushHeaders();
  if (isKnown || logged.method === "HEAD") return void response.end();

  await pause(answer.delayMs ?? 0);
  await sendBody({ answer, body, response });
}

function validatorsOf({ etag, lastModified }: Answer, body: Buffer): Record<string, string> {
  return {
    ...(etag && { etag: `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"` }),
    ...(lastModified !== undefined && { "last-modified": lastModified }),
  };
}

/** RFC 9110 §13.2.2: where If-None-Match is there, If-Modified-Since does not count. */
function has(headers: IncomingHttpHeaders, validators: Record<string, string>): boolean {
  const known = headers["if-none-match"];
  if (known !== undefined) return validators["etag"] !== undefined && known.includes(validators["etag"]);
  const since = headers["if-modified-since"];
  return since !== undefined && since === validators["last-modified"];
}

type Delivery = { answer: Answer; body: Buffer; response: ServerResponse };

async function sendBody({ answer, body, response }: Delivery): Promise<void> {
  const sent = body.subarray(0, answer.cutAfterBytes ?? body.length);
  await drip({ bytes: sent, bytesPerSecond: answer.dripBytesPerSecond, response });
  if (answer.cutAfterBytes === undefined) return void response.end();
  // What was written must have left before the connection breaks.
  await new Promise((written) => response.write("", written));
  response.destroy();
}

const DRIPS_PER_SECOND = 10;

type Dripping = { bytes: Buffer; bytesPerSecond: number | undefined; response: ServerResponse };

async function drip({ bytes, bytesPerSecond, response }: Dripping): Promise<void> {
  const size = bytesPerSecond === undefined ? bytes.length : Math.max(1, Math.round(bytesPerSecond / DRIPS_PER_SECOND));
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    if (at > 0) await pause(1000 / DRIPS_PER_SECOND);
    response.write(bytes.subarray(at, at + size));
  }
}
