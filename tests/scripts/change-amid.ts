import { rmSync, writeFileSync } from "node:fs";
import { buildSite } from "../../scripts/build-site.ts";
import { contentFolder } from "../../scripts/content-folder.ts";
import type { Progress } from "../../scripts/progress.ts";

// Run as a program, it builds a site, and changes a file of the content once it was checked: to `text`, or to nothing.
if (process.argv[1] === import.meta.filename) {
  const [content, out, file, text] = process.argv.slice(2);
  const change = () =>
    text === undefined ? rmSync(file!) : writeFileSync(file!, text);
  const progress: Progress = {
    async step(name, run) {
      if (name !== "bundle") return run();
      // An explainer is changed once the bundle knows what it is to be made of; data before that.
      const bundled = file!.endsWith(".mdx") ? run() : undefined;
      change();
      return bundled ?? run();
    },
  };
  // Nothing is taken over, so that the pages are bundled.
  await buildSite(contentFolder(content!), out!, progress, {
    reuse: false,
  }).catch((error: Error) => {
    console.error(`${error.constructor.name}: ${error.message}`);
    process.exitCode = 1;
  });
}
