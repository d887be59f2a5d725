import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";

/** Serves a built site on this machine only. Port 0 takes any free one. */
export async function serveSite(
  folder: string,
  port: number,
): Promise<{ server: Server; address: string }> {
  const handle = sirv(folder, { etag: true, dev: true });
  const server = createServer((request, response) => {
    handle(request, response, () => {
      void readFile(join(folder, "404.html")).then(
        (page) =>
          response
            .writeHead(404, { "content-type": "text/html; charset=utf-8" })
            .end(page),
        () => response.writeHead(404).end("Nothing at this address"),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: used } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${used}/` };
}
