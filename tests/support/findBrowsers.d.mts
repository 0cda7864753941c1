export function findBrowser(kind: "chromium" | "firefox"): string | null;
export function profileHome(executable: string): string;
