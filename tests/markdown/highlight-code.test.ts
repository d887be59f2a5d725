import type { Element, Root } from "hast";
import { expect, test } from "vitest";
import { highlightCode } from "../../src/markdown/highlight-code.ts";

async function highlight(
  language: string,
  code: string,
  meta?: string,
): Promise<string> {
  const tree: Root = {
    type: "root",
    children: [
      {
        type: "element",
        tagName: "pre",
        properties: {},
        children: [
          {
            type: "element",
            tagName: "code",
            properties: {
              className: [`language-${language}`],
              metastring: meta ?? null,
            },
            children: [{ type: "text", value: `${code}\n` }],
          },
        ],
      },
    ],
  };
  await highlightCode()(tree);
  return show(tree.children[0] as Element);
}

function show(node: Element): string {
  const attributes = Object.entries(node.properties).map(
    ([name, value]) => ` ${name}="${String(value)}"`,
  );
  const children = node.children.map((child) =>
    child.type === "text" ? child.value : show(child as Element),
  );
  return `<${node.tagName}${attributes.join("")}>${children.join("")}</${node.tagName}>`;
}

test("marks tokens by class and never by inline style", async () => {
  const html = await highlight("python", 'print("hello")  # note');
  expect(html).toContain('<span class="tok-string-expression">"hello"</span>');
  expect(html).toContain("tok-comment");
  expect(html).not.toContain("style=");
});

test("shows the title as a caption and names the block by it", async () => {
  const html = await highlight("bash", "ls", 'title="List files"');
  expect(html).toContain("<figcaption>List files</figcaption>");
  expect(html).toContain('aria-label="List files"');
});

test("leaves code in an unknown language as it is", async () => {
  expect(await highlight("cobol", "MOVE A TO B.")).toContain("MOVE A TO B.");
});
