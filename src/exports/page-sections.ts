import {
  attribute,
  findElement,
  hasClass,
  isElement,
  parsePage,
  tidy,
} from "../html/tree.ts";
import { readProse, readWords } from "./prose-text.ts";

/** A page's prose from one second-level heading to the next. The part before the first has no id and no title. */
export interface Section {
  id: string;
  title: string;
  text: string;
}

/** Reads the prose of a built page, section by section, as plain text. A page without prose has no sections. */
export function readSections(html: string): Section[] {
  const prose = findElement(parsePage(html), (element) =>
    hasClass(element, "prose"),
  );
  if (!prose) return [];
  const sections: Section[] = [{ id: "", title: "", text: "" }];
  for (const node of prose.childNodes) {
    if (isElement(node) && node.tagName === "h2")
      sections.push({
        id: attribute(node, "id") ?? "",
        title: readWords(node),
        text: "",
      });
    else sections.at(-1)!.text += ` ${readProse(node)}`;
  }
  return sections.map((section) => ({ ...section, text: tidy(section.text) }));
}
