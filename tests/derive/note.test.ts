import { expect, test } from "vitest";
import { archiveAddress, passageAddress } from "../../src/derive/note.ts";

test("encodes every sign of a passage that an address or a text fragment reads as its own", () => {
  expect(passageAddress("https://a.example/b", "co-op, a & b #1 50% é")).toBe(
    "https://a.example/b#:~:text=co%2Dop%2C%20a%20%26%20b%20%231%2050%25%20%C3%A9",
  );
});

test("leads to no passage where a browser can find none", () => {
  for (const url of [
    "https://a.example/b.pdf",
    "https://a.example/b.PDF?download=1",
    "https://a.example/b.json",
    "https://a.example/b#part",
  ])
    expect(passageAddress(url, "words"), url).toBeUndefined();
});

test("looks archived copies up around the date, as precise as it is", () => {
  const url = "https://a.example/b?c=d#e";
  const at = (date: string) => archiveAddress(url, date);
  const page = "https://a.example/b?c=d";
  expect(at("2025-10-28")).toBe(
    `https://web.archive.org/web/20251028*/${page}`,
  );
  expect(at("2025-10")).toBe(`https://web.archive.org/web/202510*/${page}`);
  expect(at("2025")).toBe(`https://web.archive.org/web/2025*/${page}`);
});
