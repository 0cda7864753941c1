import { execFileSync, spawn, spawnSync } from "node:child_process";

/** A screen that nobody sees, with a keyboard: there a browser asks what it does not ask in its pages. */
export type Screen = {
  /** For the environment of the programs on it. */
  display: string;
  press: (...keys: string[]) => void;
  close: () => void;
};

/** Null where there is no Xvfb, or no xdotool. */
export async function openScreen(): Promise<Screen | null> {
  if (["Xvfb", "xdotool"].some((program) => spawnSync("which", [program]).status !== 0)) return null;
  // It takes a number that is free, and says which on this pipe.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await new Promise<string>((resolve) => {
    server.stdio[3]?.once("data", (number) => resolve(`:${String(number).trim()}`));
  });
  return {
    display,
    press: (...keys) => {
      const env = { ...process.env, DISPLAY: display };
      execFileSync("xdotool", ["key", "--delay", "300", ...keys], { env });
    },
    close: () => void server.kill(),
  };
}
