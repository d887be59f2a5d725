import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { serveSite } from "./serve-site.ts";

const { values } = parseArgs({
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
