import { execFile } from "node:child_process";

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a script of the project as its npm command would. */
export function runScript(...args: string[]): Promise<Ran> {
  return runScriptIn({}, ...args);
}

/** Runs a script of the project in another environment, such as another time zone. */
export function runScriptIn(
  env: { [name: string]: string },
  ...args: string[]
): Promise<Ran> {
  return runCommandIn(env, [process.execPath, ...args]);
}

/** Runs any command in another environment. */
export function runCommandIn(
  env: { [name: string]: string },
  [file, ...args]: string[],
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      file!,
      args,
      { maxBuffer: 1e8, env: { ...process.env, ...env } },
      (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
