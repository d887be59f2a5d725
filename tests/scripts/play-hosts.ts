import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Play = (request: IncomingMessage, response: ServerResponse) => void;

export interface Hosts {
  /** Leads every https address to the local server, except those of hosts in `.invalid`, which do not exist. */
  fetch: typeof fetch;
  /** `host/path` of every request, in order. */
  asked: string[];
  /** The most requests that one host had to answer at once. */
  most: () => number;
  /** The fewest milliseconds between the end of one answer and the next request to the same host. */
  leastPause: () => number;
  address: string;
}

/**
 * A local server that plays many hosts: `plays` says what each does with a request. It lasts as long as the
 * test, and ends with connections still open, as an endless answer leaves them.
 */
export async function playHosts(plays: {
  [host: string]: Play;
}): Promise<Hosts> {
  const asked: string[] = [];
  const open = new Map<string, number>();
  const ended = new Map<string, number>();
  let most = 0;
  let leastPause = Infinity;
  const server = createServer((request, response) => {
    const [, host = "", ...path] = request.url!.split("/");
    asked.push(`${host}/${path.join("/")}`);
    open.set(host, (open.get(host) ?? 0) + 1);
    most = Math.max(most, open.get(host)!);
    const pause = performance.now() - (ended.get(host) ?? -Infinity);
    leastPause = Math.min(leastPause, pause);
    response.on("close", () => {
      open.set(host, open.get(host)! - 1);
      ended.set(host, performance.now());
    });
    plays[host]!(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    asked,
    most: () => most,
    leastPause: () => leastPause,
    address,
    async fetch(url, init) {
      const { hostname } = new URL(String(url));
      if (hostname.endsWith(".invalid"))
        throw new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } });
      return fetch(String(url).replace(/^https:\//, address), init);
    },
  };
}

/** Answers with a page that says the words, long enough to count as a document. */
export function say(words: string, headers = {}, status = 200): Play {
  const page = `<title>A page</title><p>${words}</p><p>${"A list of ships. ".repeat(20)}</p>`;
  return (_, response) => {
    response.writeHead(status, { "content-type": "text/html", ...headers });
    response.end(page);
  };
}

/** Answers with these bytes under this name of an encoding. */
export function lie(
  bytes: Uint8Array,
  headers: { [name: string]: string },
): Play {
  return (_, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  };
}

export function redirect(status: number, location: string): Play {
  return (_, response) => {
    response.writeHead(status, { location });
    response.end();
  };
}

/** Never answers. */
export const slow: Play = () => undefined;

/** Begins with the words and never ends. */
export function endless(words: string): Play {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write(`<p>${words}</p>`);
    const more = () => {
      while (!response.closed && response.write("ships ".repeat(2000)));
      if (!response.closed) response.once("drain", more);
    };
    more();
  };
}
