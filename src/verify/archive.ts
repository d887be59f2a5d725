import { z } from "zod";
import type { PartialDate } from "../model/partial-date.ts";
import { lastDay } from "../model/partial-date.ts";

const reply = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.literal(true), url: z.string() }),
  }),
});

/** The address that asks an archive for its copy of a page nearest to a date. */
export function archiveQuestion(
  archive: string,
  page: string,
  near: PartialDate,
): string {
  const question = new URL(archive);
  question.searchParams.set("url", page);
  question.searchParams.set("timestamp", lastDay(near).replaceAll("-", ""));
  return question.href;
}

/** The https address of the copy an archive names, or undefined when it has none. */
export function readArchiveReply(text: string): string | undefined {
  try {
    const { closest } = reply.parse(JSON.parse(text)).archived_snapshots;
    const copy = new URL(closest.url);
    copy.protocol = "https:";
    return copy.href;
  } catch {
    return undefined;
  }
}

/** The copy as it was taken: `id_` after the time asks for it without the archive's own frame. */
export function bareCopy(copy: string): string {
  return copy.replace(/(\/web\/\d{4,14})\//, "$1id_/");
}
