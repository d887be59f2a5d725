import { readFileSync, writeFileSync } from "node:fs";

/**
 * npm leaves platform packages out of the lock that the registry it was written with does not hold, and
 * `npm ci` then refuses the lock. This adds them back, so that every platform can use it. Run after `npm install`.
 */
interface Entry {
  version?: string;
  optionalDependencies?: { [name: string]: string };
  [key: string]: unknown;
}

const SYSTEMS = {
  darwin: "darwin",
  linux: "linux",
  win32: "win32",
  windows: "win32",
  freebsd: "freebsd",
  android: "android",
};
const PROCESSORS = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "wasm32",
  "riscv64",
  "ppc64",
  "s390x",
];

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: { [path: string]: Entry };
};
const { packages } = lock;
const known = (name: string) =>
  Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`));
let added = 0;

for (const entry of Object.values(packages)) {
  for (const [name, version] of Object.entries(
    entry.optionalDependencies ?? {},
  )) {
    if (known(name)) continue;
    const words = name.split(/[/-]/);
    const system = Object.entries(SYSTEMS).find(([word]) =>
      words.includes(word),
    )?.[1];
    const processor = PROCESSORS.find((word) => words.includes(word));
    packages[`node_modules/${name}`] = {
      version,
      ...(processor && { cpu: [processor] }),
      dev: true,
      optional: true,
      ...(system && { os: [system] }),
    };
    added += 1;
  }
}

lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync("package-lock.json", `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);
