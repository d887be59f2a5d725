import { join } from "node:path";
import { ROOT } from "./root.ts";

/**
 * What V8 is told. Left to itself, it lets the heap grow to several times what is alive in it, and fills as much again
 * before it looks for what is left of new memory; neither saves time that can be measured.
 */
const FLAGS = ["--heap-growing-percent=30", "--max-semi-space-size=16"];

/** Where Node keeps our code as it compiled it: half a second of each build. */
export const COMPILED = join(ROOT, "node_modules/.cache/redline/code");

/** What threads and other processes learn, too. */
const SETTINGS = {
  NODE_COMPILE_CACHE: COMPILED,
  // For glibc: otherwise each thread leaves memory behind that no other can fill, 200 MB with 5,000 tables.
  MALLOC_ARENA_MAX: "2",
};

/**
 * Runs this command again from its start, as the same process, with flags of Node and variables. On Windows no process
 * can, and it goes on as it is.
 */
export function restart(
  flags: string[] = process.execArgv,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const { argv, execPath, platform } = process;
  if (platform === "win32") return;
  process.execve?.(execPath, [execPath, ...flags, ...argv.slice(1)], env);
}

/**
 * Has a process that takes much memory begin again with flags and settings that it could not give itself; whoever set
 * one knows better.
 */
export function beginAgain(): void {
  const { env, execArgv } = process;
  if (FLAGS.every((flag) => execArgv.includes(flag))) return;
  restart([...FLAGS, ...execArgv], { ...SETTINGS, ...env });
}
