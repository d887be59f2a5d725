import { formatFirst, sortProblems } from "./model/index.ts";
import type { Problem } from "./model/index.ts";

const MAX_SHOWN = 5;

/**
 * Broken content, as the development server's page of errors shows it: at the first problem in the editor's own file,
 * without a stack, which would only tell of our code.
 */
export class ContentError extends Error {
  override name = "The content has problems";
  override stack = "";
  hint: string | undefined;
  loc: { file: string; line: number; column: number };

  /** `locate` gives the whole path of a file that problems name. */
  constructor(problems: readonly Problem[], locate: (file: string) => string) {
    const errors = sortProblems(problems).filter(
      ({ severity }) => severity === "error",
    );
    super(formatFirst(errors, MAX_SHOWN));
    const [{ place, hint }] = errors as [Problem];
    const file = locate(place.file);
    this.hint = hint;
    this.loc = {
      line: place.line,
      column: place.column,
      get file() {
        return file;
      },
      // Astro would put the project's path before that of content elsewhere.
      set file(_) {},
    };
  }

  /** Astro looks here for words such as `document`, and would say that there is no browser. */
  override toString(): string {
    return this.name;
  }
}
