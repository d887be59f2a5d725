import { expect, test } from "vitest";
import { findBrowser } from "./find-browser.ts";

const npm = () => Promise.resolve({ executablePath: "from-npm", args: [] });

test("takes the browser that is named before any other", async () => {
  expect(
    (await findBrowser("/my/chrome", () => true, npm)).executablePath,
  ).toBe("/my/chrome");
});

test("takes an installed one before the one from npm", async () => {
  expect(
    (await findBrowser(undefined, (path) => path === "/usr/bin/chromium", npm))
      .executablePath,
  ).toBe("/usr/bin/chromium");
});

test("takes the one from npm where none is installed", async () => {
  expect((await findBrowser(undefined, () => false, npm)).executablePath).toBe(
    "from-npm",
  );
});

test("says what to install where there is none", async () => {
  await expect(findBrowser(undefined, () => false, undefined)).rejects.toThrow(
    "apt-get install chromium",
  );
  await expect(findBrowser("/no/chrome", () => false, npm)).rejects.toThrow(
    "Unexpected REDLINE_BROWSER `/no/chrome`",
  );
});
