import { randomBytes } from "node:crypto";
import type { Responder } from "./feedServer.ts";
import type { Answer } from "./serverAnswer.ts";

const LOGIN =
  '<!doctype html><title>Sign in to this network</title><form action="/login"><input name="password"></form>';
const CHALLENGE =
  "<!doctype html><title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x.js></script>";

/** How a host behaves that has lost its way, each as a server would. `hangMs`: for how long one that hangs says nothing. */
export const badAnswers = (hangMs: number): Responder[] => [
  () => ({ headerDelayMs: hangMs, cutAfterBytes: 0, body: "late" }),
  () => ({ status: 500, body: "Internal Server Error" }),
  () => ({ status: 503, body: "Busy", headers: { "retry-after": "120" } }),
  () => ({ body: randomBytes(50_000) }),
  () => ({ redirectTo: "/portal" }),
  () => ({ body: LOGIN, headers: { "content-type": "text/html", etag: '"login"' } }),
  () => ({ status: 429, headers: { "retry-after": "3600" } }),
  () => ({ body: "<rss version='2.0'><channel><item><title>cut".repeat(100), cutAfterBytes: 2_000 }),
  loopForEver(),
  () => ({ status: 404, body: "Not found" }),
  () => ({ status: 410, body: "Gone" }),
  () => ({ status: 403, body: CHALLENGE, headers: { "cf-mitigated": "challenge" } }),
  () => ({ body: "" }),
  () => ({ raw: "no HTTP at all\r\n\r\n" }),
];

export const portal = (): Answer => ({ body: LOGIN, headers: { "content-type": "text/html" } });

function loopForEver(): Responder {
  let turn = 0;
  return ({ path }) => ({ redirectTo: `${path.split("?")[0]}?${turn++}` });
}
