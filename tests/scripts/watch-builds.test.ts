import { spawn } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";

const folder = temporaryFolder("watch-builds");

const PROGRAM = [
  'import { contentFolder } from "./content-folder.ts";',
  'import { watchBuilds } from "./watch-builds.ts";',
  'console.log("begun", process.pid, process.argv[2]);',
  'watchBuilds(contentFolder(process.argv[2]!), async () => console.log("built"));',
].join("\n");

test.skipIf(process.platform === "win32")(
  "a watch builds in one process, which begins again where the code changed",
  async () => {
    const content = join(folder, "content");
    mkdirSync(content);
    cpSync("scripts", join(folder, "scripts"), { recursive: true });
    const program = join(folder, "scripts/program.ts");
    writeFileSync(program, PROGRAM);
    const child = spawn(process.execPath, [program, content]);
    try {
      let printed = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (text) => (printed += String(text)));
      const says = async (words: string) => {
        const said = expect.poll(() => printed, { timeout: 60_000 });
        await said.toBe(`${words}Watching ${content}/ (Ctrl+C stops)\n`);
        printed = "";
      };
      const save = (text: string) =>
        writeFileSync(join(content, "site.yaml"), text);
      const begun = `begun ${child.pid} ${content}\n`;
      await says(`${begun}built\n`);
      save("one");
      await says("built\n");
      writeFileSync(join(folder, "scripts/new.ts"), "// Other code.\n");
      save("two");
      await says(`${begun}built\n`);
    } finally {
      child.kill();
    }
  },
);
