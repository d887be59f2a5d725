import { setTimeout as wait } from "node:timers/promises";
import type { Answer, NoAnswer, PageAnswer } from "../src/verify/answer.ts";

export interface VisitOptions {
  fetch: typeof fetch;
  /** Who visits: the name of the site and where to read about it. */
  agent: string;
  /** Milliseconds between the end of one request to a host and the next. */
  pause: number;
  /** Milliseconds for one request, its body included. */
  timeout: number;
  /** Bytes of a body that are read. */
  maxBytes: number;
  /** Ends the visit at once. */
  signal: AbortSignal;
}

const MAX_REDIRECTS = 8;
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

interface Coded {
  code?: string;
}

const WHY: { [code: string]: string } = {
  ENOTFOUND: "no such host",
  EAI_AGAIN: "no such host for now",
  ECONNREFUSED: "the host takes no connection",
  ECONNRESET: "the host broke the connection",
  UND_ERR_SOCKET: "the host broke the connection",
  UND_ERR_CONNECT_TIMEOUT: "no answer in time",
  Z_DATA_ERROR: "the answer cannot be unpacked",
  CERT_HAS_EXPIRED: "the certificate has expired",
};

const noAnswer = (failure: string): NoAnswer => ({ failure, noHost: false });

function describeFailure(error: unknown): NoAnswer {
  if (error instanceof DOMException && error.name === "TimeoutError")
    return noAnswer("no answer in time");
  const { cause, code: own } = error as { cause?: Coded; code?: string };
  const code = cause?.code ?? own ?? String(error);
  const failure = WHY[code] ?? `no connection (${code})`;
  return { failure, noHost: code === "ENOTFOUND" };
}

/** Reads a body up to a size; what came until then is kept when it breaks off or ends too late. */
async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Pick<PageAnswer, "bytes" | "cut"> & { error?: unknown }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const whole = () => Buffer.concat(pieces).subarray(0, maxBytes);
  try {
    for await (const piece of body ?? []) {
      pieces.push(piece);
      size += piece.length;
      if (size > maxBytes) return { bytes: whole(), cut: "size" };
    }
    return { bytes: whole() };
  } catch (error) {
    return { bytes: whole(), cut: "broken", error };
  }
}

/** Visits addresses, and remembers which hosts must wait and which asked to be left alone in this run. */
export interface Visitor {
  visit(address: string): Promise<Answer>;
  /** Milliseconds until the address's host may be asked; infinite when it is to be left alone. */
  waitFor(address: string): number;
  /** Whether any host has answered: if none has, it may be we who are not connected. */
  hasAnswer(): boolean;
}

/**
 * Visits addresses one request after another, with a pause between two to one host, redirects included. The
 * caller awaits each visit before the next, so no host ever answers two at once.
 */
export function createVisitor(options: VisitOptions): Visitor {
  const free = new Map<string, number>();
  let answers = 0;
  const waitFor = (address: string) =>
    Math.max(0, (free.get(new URL(address).host) ?? 0) - performance.now());

  async function request(url: string) {
    const { host } = new URL(url);
    await wait(waitFor(url), undefined, { signal: options.signal });
    const timeout = AbortSignal.timeout(options.timeout);
    try {
      const response = await options.fetch(url, {
        redirect: "manual",
        signal: AbortSignal.any([timeout, options.signal]),
        headers: {
          "user-agent": options.agent,
          accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
          "accept-language": "en,*;q=0.5",
        },
      });
      answers += 1;
      if (REDIRECTS.has(response.status)) {
        await response.body?.cancel();
        return { response, bytes: new Uint8Array() };
      }
      return { response, ...(await readBody(response.body, options.maxBytes)) };
    } finally {
      free.set(host, performance.now() + options.pause);
    }
  }

  return {
    waitFor,
    hasAnswer: () => answers > 0,
    async visit(address) {
      let url = address;
      let moved: string | undefined;
      let permanent = true;
      for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
        if (waitFor(url) === Infinity)
          return noAnswer("the host asked to be left alone");
        let got: Awaited<ReturnType<typeof request>>;
        try {
          got = await request(url);
        } catch (error) {
          options.signal.throwIfAborted();
          return describeFailure(error);
        }
        options.signal.throwIfAborted();
        const { response, bytes, cut, error } = got;
        const { status, headers } = response;
        const location = headers.get("location");
        if (REDIRECTS.has(status) && location !== null) {
          const next = URL.parse(location, url);
          if (next?.protocol !== "https:")
            return noAnswer("leads to an address that is not https");
          permanent &&= PERMANENT.has(status);
          url = next.href;
          if (permanent) moved = url;
          continue;
        }
        if (error !== undefined && bytes.length === 0)
          return describeFailure(error);
        const busy = headers.has("retry-after") || status === 429;
        if (busy) free.set(new URL(url).host, Infinity);
        return {
          url,
          moved,
          status,
          type: headers.get("content-type") ?? "",
          bytes,
          cut,
          challenged: headers.get("cf-mitigated") === "challenge",
          busy,
        };
      }
      return noAnswer("leads in a circle");
    },
  };
}
