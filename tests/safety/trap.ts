import { createServer } from "node:http";
import type { Socket } from "node:net";

/** The world as a proxy shows it: empty, and everybody who asks it for something is written down. */
export type Trap = { address: string; asked: string[]; close: () => Promise<void> };

export async function startTrap(): Promise<Trap> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(404, { "content-type": "text/plain", "access-control-allow-origin": "*" }).end("Nothing");
  });
  server.on("connect", ({ url }: { url?: string }, socket: Socket) => {
    asked.push(`https://${(url ?? "").replace(/:443$/, "")}/`);
    socket.end("HTTP/1.1 502 Nothing\r\n\r\n");
  });
  const port = await new Promise<number>((ready) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      ready(typeof address === "object" && address ? address.port : 0);
    });
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { address: `127.0.0.1:${port}`, asked, close };
}
