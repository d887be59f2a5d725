import { spawnSync } from "node:child_process";
import { judgeAudit } from "./judge-audit.ts";

const TASKS = [
  { what: "signatures of packages", args: ["audit", "signatures"] },
  { what: "known faults of packages", args: ["audit", "--include=dev"] },
];

for (const { what, args } of TASKS) {
  const { stdout } = spawnSync("npm", [...args, "--json"], {
    encoding: "utf8",
    timeout: 120_000,
  });
  const judgement = judgeAudit(stdout ?? "");
  if (judgement === "fault") {
    console.error(stdout);
    process.exitCode = 1;
  }
  // The first word of a warning that the host of the run shows beside its result.
  const mark = judgement === "no answer" ? "::warning::" : "";
  console.log(`${mark}${what}: ${judgement} (npm ${args.join(" ")})`);
}
