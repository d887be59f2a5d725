import {
  attribute,
  childrenOf,
  hasClass,
  isElement,
  textOf,
} from "../../html/tree.ts";
import type { Element, Node } from "../../html/tree.ts";
import { escapeText, formatDestination, MARKS, NOTE } from "./escape.ts";

/** Where a part of a page stands. */
export interface Place {
  /** The page's address in full, which links on it start from. */
  page: string;
  /** The numbers of the footnotes that the page defines; none where they are left out. */
  notes: ReadonlySet<string>;
  /** How many levels every heading is put down. */
  depth: number;
  inTable: boolean;
}

/** Controls, drawings and ways around: nothing that a reader of the text misses. */
const TAGS = new Set([
  "nav",
  "form",
  "script",
  "style",
  "noscript",
  "template",
  "input",
  "output",
  "svg",
]);
const CLASSES = new Set([
  "address",
  "archived",
  "bars",
  "choose",
  "cite",
  "fills",
  "number",
  "other-days",
  "skip",
  "to-cite",
]);

/** Whether an element is left out of the Markdown of its page. */
export function isLeftOut({ tagName, attrs }: Element): boolean {
  if (TAGS.has(tagName)) return true;
  const opens = attrs.some(({ name }) => name === "popovertarget");
  if (tagName === "button" && !opens) return true;
  return attrs.some(({ name, value }) => {
    if (name === "class")
      return value.split(" ").some((part) => CLASSES.has(part));
    if (name === "aria-hidden") return value === "true";
    return name === "hidden" || name === "popover";
  });
}

/** The longest run of backticks in a code: its fence must be longer. */
export function longestRun(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
}

function formatCode(element: Element, { inTable }: Place): string {
  const text = textOf(element).replace(/[ \t\n\f\r]+/g, " ");
  const [, lead = "", code = "", trail = ""] = /^( ?)(.*?)( ?)$/s.exec(text)!;
  if (code === "") return text;
  const fence = "`".repeat(longestRun(code) + 1);
  const gap = /^`|`$/.test(code) ? " " : "";
  const shown = inTable ? code.replaceAll("|", "\\|") : code;
  return `${lead}${fence}${gap}${shown}${gap}${fence}${trail}`;
}

/** An address in full. Most are plain enough to do without the whole parser, which is slow. */
function addressOf(href: string, page: string): string {
  if (href.startsWith("https://")) return href;
  if (href.startsWith("#")) return `${page}${href}`;
  return new URL(href, page).href;
}

function formatLink(element: Element, place: Place): string {
  const href = attribute(element, "href");
  const words = formatInline(childrenOf(element), place);
  const label = words.trim();
  if (href === undefined || label === "") return words;
  const note = /^#note-(\d+)$/.exec(href)?.[1];
  if (note !== undefined)
    return place.notes.has(note) ? `${NOTE}[^${note}]` : "";
  // A passage is told by its words; its long address is for browsers alone.
  if (href.includes("#:~:text=")) return words;
  const url = addressOf(href, place.page);
  const link = words.replace(
    label,
    () => `[${label}](${formatDestination(url)})`,
  );
  return hasClass(element, "about") ? ` · ${link}` : link;
}

/** The words that only listeners hear, at an end of a marked text, stay outside the mark. */
function formatMarked(
  element: Element,
  kind: keyof typeof MARKS,
  place: Place,
): string {
  const children = [...childrenOf(element)];
  const isSpoken = (node: Node | undefined) =>
    node !== undefined && isElement(node) && hasClass(node, "spoken");
  const isBlank = (node: Node | undefined) =>
    node !== undefined && "value" in node && node.value.trim() === "";
  while (isBlank(children[0])) children.shift();
  while (isBlank(children.at(-1))) children.pop();
  const before = isSpoken(children[0]) ? [children.shift()!] : [];
  const after = isSpoken(children.at(-1)) ? [children.pop()!] : [];
  const { open, close } = MARKS[kind];
  const format = (nodes: Node[]) => formatInline(nodes, place);
  return `${format(before)}${open}${format(children)}${close}${format(after)}`;
}

function formatElement(element: Element, place: Place): string {
  if (isLeftOut(element)) return "";
  const inner = () => formatInline(childrenOf(element), place);
  switch (element.tagName) {
    case "a":
      return formatLink(element, place);
    case "code":
      return formatCode(element, place);
    case "strong":
    case "b":
    case "ins":
      return formatMarked(element, "strong", place);
    case "em":
    case "i":
      return formatMarked(element, "emphasis", place);
    case "del":
      return formatMarked(element, "removed", place);
    case "q":
      return `“${inner()}”`;
    case "br":
      return " ";
    case "li": {
      const words = inner();
      return words.trim() === "" ? "" : `${words.trim()}; `;
    }
    case "ul":
    case "ol":
      return ` ${inner().replace(/; $/, "")} `;
    case "p":
    case "div":
    case "dt":
    case "dd":
      return ` ${inner()} `;
    default:
      return inner();
  }
}

/** Nodes as Markdown in one line, its marks and white space still to be settled by `finishInline`. */
export function formatInline(nodes: Node[], place: Place): string {
  let text = "";
  for (const node of nodes) {
    if (isElement(node)) {
      const words = formatElement(node, place);
      // Set off from the words before it by its size or place alone.
      const apart =
        (node.tagName === "small" || hasClass(node, "tally")) &&
        /\S$/.test(text) &&
        /^\S/.test(words);
      text += apart ? ` · ${words}` : words;
    } else if (node.nodeName === "#text" && "value" in node)
      text += escapeText(node.value, place.inTable);
  }
  return text;
}
