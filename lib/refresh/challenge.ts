import { readCapped } from "./readCapped.ts";

/**
 * Whether a refusal is a test for robots, which a person passes by opening the site. Cloudflare says so in a header;
 * others only by the script that their page loads.
 */
export async function isChallenge(response: Response): Promise<boolean> {
  if (response.status !== 403 && response.status !== 503) return false;
  if (response.headers.get("cf-mitigated")?.toLowerCase() === "challenge") return true;
  if (!/html/i.test(response.headers.get("content-type") ?? "")) return false;
  // A page that breaks off has shown no such thing: the status says enough.
  const page = await readCapped(response, PAGE_BYTES).catch(() => null);
  return page !== null && MARKS.test(new TextDecoder().decode(page));
}

/** Such pages are small; a larger one is the site's own. */
const PAGE_BYTES = 256 * 1024;

/** Cloudflare, Imperva, DataDome, AWS, PerimeterX, Sucuri, Vercel, Anubis. */
const MARKS =
  /\/cdn-cgi\/challenge-platform\/|_Incapsula_Resource|captcha-delivery\.com|awswaf\.com|px-captcha|sucuri_cloudproxy|\.well-known\/vercel\/security|within\.website\/x\/cmd\/anubis/i;
