import { afterAll } from "vitest";

/**
 * The longest that Preact puts off an effect, and then the turn in which it runs.
 * https://github.com/preactjs/preact/blob/main/hooks/src/index.js (`RAF_TIMEOUT`)
 */
const EFFECT_MS = [50, 10];

// An effect that is still to come when a file's last test has ended would find its document taken away.
afterAll(async () => {
  if (!("document" in globalThis)) return;
  const { render } = await import("preact");
  render(null, document.body);
  for (const ms of EFFECT_MS) await new Promise((ended) => setTimeout(ended, ms));
});
