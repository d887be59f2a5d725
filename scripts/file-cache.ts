import { createHash } from "node:crypto";
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";

const CHECK_BYTES = 32;

/** Bytes kept under a key that says everything they were made from. */
export interface FileCache {
  /** The bytes kept under the key, or undefined when there are none or they were damaged. */
  read(key: string): Promise<Buffer | undefined>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Removes what was written longest ago, until at most `most` entries are left beside those that this run used. */
  trim(most: number): Promise<void>;
}

const checkOf = (key: string, bytes: Uint8Array) =>
  createHash("sha256").update(key).update(bytes).digest();

/**
 * A cache in a folder. Each file begins with a check sum of key and bytes: a damaged, cut or misplaced file
 * reads as missing. A folder that cannot be written costs time, not the build.
 */
export function openFileCache(folder: string): FileCache {
  const used = new Set<string>();
  const fileOf = (key: string) => join(folder, key);
  return {
    async read(key) {
      used.add(key);
      const file = await readFile(fileOf(key)).catch(() => undefined);
      if (!file) return undefined;
      const bytes = file.subarray(CHECK_BYTES);
      const intact = checkOf(key, bytes).equals(file.subarray(0, CHECK_BYTES));
      return intact ? bytes : undefined;
    },
    async write(key, bytes) {
      const draft = `${fileOf(key)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, Buffer.concat([checkOf(key, bytes), bytes]));
        await rename(draft, fileOf(key));
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
    async trim(most) {
      const names = await readdir(folder).catch(() => []);
      const others = names.filter((name) => !used.has(name));
      if (others.length <= most) return;
      const ages = await Promise.all(
        others.map(async (name) => {
          const found = await stat(join(folder, name)).catch(() => undefined);
          return { name, written: found?.mtimeMs ?? 0 };
        }),
      );
      ages.sort((a, b) => a.written - b.written);
      for (const { name } of ages.slice(0, others.length - most))
        await rm(join(folder, name), { force: true }).catch(() => undefined);
    },
  };
}
