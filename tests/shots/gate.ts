/** What answers of the server wait for. */
export type Gate = { opened: Promise<void>; open: () => void };

export function shutGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
