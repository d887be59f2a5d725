import { spawnSync } from "node:child_process";

/** With and without a user of its own, which not every kernel or container allows. */
const FLAGS = [["-n", "-m"], ["-r", "-n", "-m"], ["-m"]];

/**
 * How to run a command without any network, not even the machine's own, and where it may mount without anybody
 * seeing: words to put before it. Undefined where the kernel lets this user do neither.
 */
function findFlags(): string[] | undefined {
  return FLAGS.find((flags) => {
    const mount = ["sh", "-c", "mount -t tmpfs -o size=4k tmpfs /mnt"];
    return spawnSync("unshare", [...flags, ...mount]).status === 0;
  });
}

const flags = findFlags();

/** Why a test cannot run here; undefined where it can. */
export const NO_NAMESPACE = flags
  ? undefined
  : "the kernel gives this user no namespace of its own";
export const HAS_NO_NETWORK = flags?.includes("-n") ?? false;

/** A command that first runs `prepare` in a shell, then `command`, in a namespace of its own. */
export function inNamespace(prepare: string, command: string[]): string[] {
  if (!flags) return command;
  return [
    "unshare",
    ...flags,
    "sh",
    "-c",
    `${prepare} && exec "$@"`,
    "sh",
    ...command,
  ];
}
