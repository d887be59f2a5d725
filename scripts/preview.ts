import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { readFlags } from "./read-flags.ts";
import { serveSite } from "./serve-site.ts";

const { values } = readFlags({
  options: {
    out: { type: "string", default: "dist" },
    port: { type: "string", default: "4321" },
  },
});
const folder = resolve(values.out);

if (!existsSync(join(folder, "index.html"))) {
  console.error(
    `Unexpected folder ${values.out} without a site, expected a built one.\n  hint: npm run build`,
  );
  process.exitCode = 1;
} else {
  const port = Number(values.port);
  const { address } = await serveSite(folder, port).catch(() =>
    serveSite(folder, 0),
  );
  console.log(`Serving ${values.out}/ at ${address} (Ctrl+C stops)`);
}
