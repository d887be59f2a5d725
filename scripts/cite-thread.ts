import { citePage } from "../src/exports/cite-files.ts";
import type { CitedPage } from "../src/exports/cite-files.ts";
import type { CslItem } from "../src/exports/cite-item.ts";
import { answer } from "./threads.ts";

export interface CiteQuestion {
  path: string;
  items: CslItem[];
}

answer(({ path, items }: CiteQuestion): CitedPage => citePage(path, items));
