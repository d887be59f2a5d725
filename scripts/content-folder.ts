import { isAbsolute, relative, resolve } from "node:path";

/** A content folder, and how reports call it: as short a path as there is from where the command runs. */
export interface ContentFolder {
  folder: string;
  shownAs: string;
}

export function contentFolder(path: string): ContentFolder {
  const folder = resolve(path);
  const shown = relative(process.cwd(), folder);
  return {
    folder,
    shownAs:
      shown === "" || shown.startsWith("..") || isAbsolute(shown)
        ? folder
        : shown,
  };
}
