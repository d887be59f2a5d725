import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

/** What a run of one of the project's commands cost. */
export interface Cost {
  seconds: number;
  /** Processor time of all cores together, in seconds; without programs that are not Node. */
  cpu: number;
  /** The most memory that it and the processes it began held at one time. */
  megabytes: number;
  /** Steps in their order, with seconds each, as the command told them. */
  steps: [name: string, seconds: number][];
}

/** Loaded by every process and thread of a command. */
const TELL =
  "import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>{const{userCPUTime,systemCPUTime}=process.resourceUsage();process.stderr.write(`\\ncpu ${userCPUTime+systemCPUTime}\\n`)})";

/** How often memory is looked at, in milliseconds. */
const LOOK_EVERY = 100;

/** What a process and those that it began hold now, in KB; 0 where the system does not tell it like Linux. */
function memoryOf(pid: number | string): number {
  try {
    const [, own] = /^VmRSS:\s+(\d+)/m.exec(
      readFileSync(`/proc/${pid}/status`, "utf8"),
    )!;
    // Each thread has its own.
    const begun = readdirSync(`/proc/${pid}/task`)
      .map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8"))
      .join(" ");
    return begun
      .split(" ")
      .filter(Boolean)
      .reduce((sum, child) => sum + memoryOf(child), Number(own));
  } catch {
    return 0;
  }
}

/** Runs a script of the project in a process of its own. Throws where it fails. */
export async function measure(...args: string[]): Promise<Cost> {
  const start = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(TELL)}`;
  const command = spawn(process.execPath, ["--import", preload, ...args]);
  let output = "";
  for (const stream of [command.stdout, command.stderr])
    stream.on("data", (text) => (output += String(text)));
  let kilobytes = 0;
  const timer = setInterval(() => {
    kilobytes = Math.max(kilobytes, memoryOf(command.pid!));
  }, LOOK_EVERY);
  const [code] = (await once(command, "close")) as [number | null];
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${args.join(" ")} failed:\n${output}`);
  const cpus = [...output.matchAll(/^cpu (\d+)/gm)].map(([, time]) =>
    Number(time),
  );
  return {
    seconds,
    cpu: cpus.reduce((sum, time) => sum + time, 0) / 1e6,
    megabytes: kilobytes / 1024,
    steps: [...output.matchAll(/^([a-z ]+): ([\d.]+) s$/gm)].map(
      ([, name, time]) => [name!, Number(time)],
    ),
  };
}

const { build } = (
  JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: { build: string };
  }
).scripts;

/** What Node is called with to build a site, as `npm run build` does. */
export function buildArgs(
  content: string,
  site: string,
  ...more: string[]
): string[] {
  const [, ...args] = build.split(" ");
  return [...args, "--content", content, "--out", site, ...more];
}

export function measureBuild(
  content: string,
  site: string,
  ...more: string[]
): Promise<Cost> {
  return measure(...buildArgs(content, site, ...more));
}

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Prints a figure beside what it measures. */
export function line(what: string, figure: string): void {
  console.log(`${what.padEnd(44)}${figure}`);
}

/** The steps of a run, with their seconds. */
export function listSteps({ steps }: Cost): string {
  return steps.map(([name, seconds]) => `${name} ${seconds}`).join(", ");
}
