/** Says which step of a command runs: one line that counts seconds on a terminal, a plain line a step elsewhere. */
export interface Progress {
  step<T>(name: string, run: () => T | Promise<T>): Promise<T>;
}

export function createProgress(stream: NodeJS.WriteStream): Progress {
  return {
    async step(name, run) {
      const start = performance.now();
      const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
      const show = () => stream.write(`\r\x1b[K${name} … ${seconds()} s`);
      const timer = stream.isTTY ? setInterval(show, 100) : undefined;
      if (timer) show();
      try {
        return await run();
      } finally {
        clearInterval(timer);
        stream.write(`${timer ? "\r\x1b[K" : ""}${name}: ${seconds()} s\n`);
      }
    },
  };
}
