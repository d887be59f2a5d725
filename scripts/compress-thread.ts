import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { answer } from "./threads.ts";

export interface CompressQuestion {
  file: string;
  /** How hard Brotli tries, 0 to 11. */
  quality: number;
}

export interface Compressed {
  br: Uint8Array<ArrayBuffer>;
  gz: Uint8Array<ArrayBuffer>;
}

answer(
  ({ file, quality }: CompressQuestion): Compressed => {
    const text = readFileSync(file);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    };
    return {
      br: new Uint8Array(brotliCompressSync(text, { params })),
      gz: new Uint8Array(gzipSync(text, { level: 6 })),
    };
  },
  ({ br, gz }) => [br.buffer, gz.buffer],
);
