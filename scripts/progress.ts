/** Says which steps of a command run: one line that counts seconds on a terminal, a plain line a step elsewhere. */
export interface Progress {
  step<T>(name: string, run: () => T | Promise<T>): Promise<T>;
}

export function createProgress(stream: NodeJS.WriteStream): Progress {
  const running = new Map<string, number>();
  const secondsSince = (start: number) =>
    ((performance.now() - start) / 1000).toFixed(1);
  const clear = stream.isTTY ? "\r\x1b[K" : "";
  const show = () => {
    const steps = [...running].map(
      ([name, start]) => `${name} … ${secondsSince(start)} s`,
    );
    stream.write(`${clear}${steps.join(", ")}`);
  };
  return {
    async step(name, run) {
      const start = performance.now();
      running.set(name, start);
      const timer = stream.isTTY ? setInterval(show, 100) : undefined;
      if (timer) show();
      try {
        return await run();
      } finally {
        clearInterval(timer);
        running.delete(name);
        stream.write(`${clear}${name}: ${secondsSince(start)} s\n`);
      }
    },
  };
}
