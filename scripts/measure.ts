import { execFileSync } from "node:child_process";

/** What a run of one of the project's commands cost. */
export interface Cost {
  seconds: number;
  /** Processor time of all cores together, in seconds. */
  cpu: number;
  /** The most memory that was held at one time. */
  megabytes: number;
  /** Steps in their order, with seconds each, as the command told them. */
  steps: [name: string, seconds: number][];
}

const TELL =
  "process.on('exit',()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write(`\\nrss ${maxRSS} cpu ${userCPUTime+systemCPUTime}`)})";

/** Runs a script of the project in a process of its own. Throws where it fails. */
export function measure(...args: string[]): Cost {
  const start = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(TELL)}`;
  const output = execFileSync(
    "sh",
    ["-c", '"$0" "$@" 2>&1', process.execPath, "--import", preload, ...args],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  const seconds = (performance.now() - start) / 1000;
  const [, rss, cpu] = /rss (\d+) cpu (\d+)/.exec(output) ?? [];
  return {
    seconds,
    cpu: Number(cpu ?? 0) / 1e6,
    megabytes: Number(rss ?? 0) / 1024,
    steps: [...output.matchAll(/^([a-z ]+): ([\d.]+) s$/gm)].map(
      ([, name, time]) => [name!, Number(time)],
    ),
  };
}

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Prints a figure beside what it measures. */
export function line(what: string, figure: string): void {
  console.log(`${what.padEnd(44)}${figure}`);
}
