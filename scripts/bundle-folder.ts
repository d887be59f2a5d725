import type { PublishedSections } from "../src/markdown/keep-heading-ids.ts";
import type { ContentFolder } from "./content-folder.ts";

/** In a bundle's folder: the code, what is published as it is, and the list of styles. */
export const CODE_FOLDER = "code";
export const FILES_FOLDER = "files";
export const STYLES_FILE = "styles.json";

/** What the process that makes a bundle is told, and what it answers where it cannot. */
export interface BundleOrder {
  content: ContentFolder;
  sections: PublishedSections;
}
export interface BundleFault {
  message: string;
  stack: string | undefined;
  /** Of what the system refused. */
  code: string | undefined;
  syscall: string | undefined;
  path: string | undefined;
}
