import { defaultTreeAdapter as tree, parse } from "parse5";
import type { Node } from "../html/tree.ts";
import type { PageAnswer } from "./answer.ts";
import { decodeBody } from "./decode-body.ts";
import { normaliseText } from "./find-passage.ts";

/** Elements whose text nobody reads, and elements that stand within a word. All others part words. */
const UNREAD = new Set(["script", "style", "template", "svg", "iframe"]);
const WITHIN = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** A page as text: its title, and its words in each encoding it may be in, normalised. */
export interface PageText {
  title: string;
  texts: string[];
}

/** Walks without recursion: pages nest as deep as they like. */
function textOf(root: Node): { title: string; text: string } {
  const parts: string[] = [];
  const titles: string[] = [];
  const stack: (Node | " ")[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node === " ") parts.push(" ");
    else if (tree.isTextNode(node)) {
      parts.push(node.value);
      const parent = node.parentNode;
      if (parent && "tagName" in parent && parent.tagName === "title")
        titles.push(node.value);
    } else if ("childNodes" in node) {
      const name = "tagName" in node ? node.tagName : "";
      if (UNREAD.has(name)) continue;
      const edge = WITHIN.has(name) ? [] : [" " as const];
      stack.push(...edge);
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1)
        stack.push(node.childNodes[at]!);
      stack.push(...edge);
    }
  }
  return { title: (titles[0] ?? "").trim(), text: parts.join("") };
}

/** A JSON document's texts, or the whole as it stands when it is not JSON. */
function textOfJson(json: string): string {
  const texts: string[] = [];
  try {
    JSON.parse(json, (key, value: unknown) => {
      texts.push(key);
      if (typeof value === "string" || typeof value === "number")
        texts.push(String(value));
      return value;
    });
  } catch {
    return json;
  }
  return texts.join(" ");
}

/** The form a body is in, or undefined when this program does not read it. The first bytes win over the header. */
function formOf({ type, bytes }: PageAnswer) {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 512));
  if (/^\s*%PDF-|\0\0\0|^PK\x03\x04|^GIF8|^.PNG/.test(start)) return undefined;
  const kind = type.split(";")[0]!.trim().toLowerCase();
  if (/^$|html|xml|octet-stream/.test(kind))
    return /^\s*<|^\W{0,3}</.test(start) || kind !== "" ? "html" : "plain";
  if (/json$/.test(kind)) return "json";
  return kind.startsWith("text/") ? "plain" : undefined;
}

/** The words of a page; undefined when they are in a form this program does not read, such as PDF. */
export function readPage(answer: PageAnswer): PageText | undefined {
  const form = formOf(answer);
  if (!form) return undefined;
  const cut = answer.cut !== undefined;
  const pages = decodeBody(answer.bytes, answer.type, cut).map((text) => {
    if (form === "html")
      return textOf(parse(text, { scriptingEnabled: false }));
    return { title: "", text: form === "json" ? textOfJson(text) : text };
  });
  return {
    title: pages[0]?.title ?? "",
    texts: pages.map(({ text }) => normaliseText(text)),
  };
}
