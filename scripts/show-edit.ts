import type { Edit } from "../src/entries/edit.ts";

/** An edit as an editor reads a difference: the file and line, and the lines with what is added to them. */
export function showEdit(shownAs: string, old: string, edit: Edit): string {
  const { path, at, text, over = 0 } = edit;
  const fresh = old.slice(0, at) + text + old.slice(at + over);
  const start = fresh.lastIndexOf("\n", at - 1) + 1;
  const first =
    text.startsWith("\n") || text.startsWith("\r\n")
      ? fresh.indexOf("\n", at) + 1
      : start;
  const last = at + text.length;
  const end = fresh[last - 1] === "\n" ? last : fresh.indexOf("\n", last);
  const line = fresh.slice(0, first).split("\n").length;
  const shown = fresh
    .slice(first, end === -1 ? fresh.length : end)
    .trimEnd()
    .split(/\r?\n/);
  return [`${shownAs}/${path}:${line}`, ...shown.map((one) => `+ ${one}`)].join(
    "\n",
  );
}
