import { execFile, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PORT = 8_097;
const SECONDS = 5;

export interface Served {
  page: string;
  /** Whether the build's compressed files were sent; else the server compressed each answer. */
  compressed: boolean;
  /** Answers a second, over SECONDS, one worker of the server and 32 readers on the same machine. */
  perSecond: number;
  errors: number;
}

/** Whether the programs that serve and ask are installed. */
export function canServe(): boolean {
  return ["nginx", "wrk"].every(
    (program) => spawnSync(program, ["-v"]).error === undefined,
  );
}

const ON_THE_FLY =
  "gzip on; gzip_types text/css text/xml application/xml application/atom+xml application/json application/javascript;";

/** The example of docs/publishing.md, for a site in `folder`; with compressed files, or compressing each answer. */
function configure(folder: string, work: string, compressed: boolean): string {
  const example = /```nginx\n([^]*?)```/.exec(
    readFileSync("docs/publishing.md", "utf8"),
  )![1]!;
  const here = example
    .replace("listen 80;", `listen 127.0.0.1:${PORT};`)
    .replace("/srv/redline/dist", folder)
    .replace("http {", "http {\n  access_log off;")
    .replace(/brotli_static on;\s*gzip_static on;/, (files) =>
      compressed ? files : ON_THE_FLY,
    );
  const whole = `daemon off;\npid ${work}/pid;\nerror_log ${work}/errors;\nworker_processes 1;\n${here}`;
  const file = join(work, "nginx.conf");
  writeFileSync(file, whole);
  return file;
}

async function ask(page: string): Promise<[perSecond: number, errors: number]> {
  const { stdout } = await run("wrk", [
    "-t1",
    "-c32",
    `-d${SECONDS}s`,
    "-H",
    "Accept-Encoding: br, gzip",
    `http://127.0.0.1:${PORT}${page}`,
  ]);
  const number = (sign: RegExp) => Number(sign.exec(stdout)?.[1] ?? 0);
  const sockets = [
    ...(/Socket errors: (.*)/.exec(stdout)?.[1] ?? "").matchAll(/\d+/g),
  ].reduce((sum, [count]) => sum + Number(count), 0);
  return [
    number(/Requests\/sec:\s+([\d.]+)/),
    sockets + number(/Non-2xx or 3xx responses: (\d+)/),
  ];
}

/** Serves a built site with the example of docs/publishing.md and asks for some pages as fast as it answers. */
export async function measureServing(
  folder: string,
  pages: string[],
): Promise<Served[]> {
  const served: Served[] = [];
  const work = mkdtempSync(join(tmpdir(), "bench-serve-"));
  for (const compressed of [true, false]) {
    const config = configure(folder, work, compressed);
    const server = spawn("nginx", ["-c", config], { stdio: "ignore" });
    const ended = new Promise((resolve) => server.once("exit", resolve));
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const page of pages) {
      const [perSecond, errors] = await ask(page);
      served.push({ page, compressed, perSecond, errors });
    }
    server.kill();
    await ended;
  }
  rmSync(work, { recursive: true, force: true });
  return served;
}
