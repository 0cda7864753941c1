import type { Payload } from "./payload.ts";

/** The same ones every time, `share` of each family and at least `least`, spread evenly over it. */
export function sampleOf(payloads: Payload[], { share, least }: { share: number; least: number }): Payload[] {
  const families = [...new Set(payloads.map((payload) => payload.family))];
  return families.flatMap((name) => {
    const members = payloads.filter((payload) => payload.family === name);
    const wanted = Math.min(members.length, Math.max(least, Math.ceil(members.length * share)));
    return members.filter(
      (_, index) => Math.floor(((index + 1) * wanted) / members.length) > Math.floor((index * wanted) / members.length),
    );
  });
}
