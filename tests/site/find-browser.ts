import { existsSync } from "node:fs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];

/** A browser to test with, and the flags it needs. */
export interface FoundBrowser {
  executablePath: string;
  args: string[];
}

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * The browser named by `named` (REDLINE_BROWSER), else an installed Chromium or Chrome, else the one that
 * `fromNpm` unpacks on x64 Linux. Throws what to install when there is none.
 */
export async function findBrowser(
  named: string | undefined,
  exists: (path: string) => boolean,
  fromNpm: (() => Promise<FoundBrowser>) | undefined,
): Promise<FoundBrowser> {
  if (named) {
    if (exists(named)) return { executablePath: named, args: ARGS };
    throw new Error(
      `Unexpected REDLINE_BROWSER \`${named}\`, expected the path of a Chromium or Chrome`,
    );
  }
  const installed = INSTALLED.find(exists);
  if (installed) return { executablePath: installed, args: ARGS };
  if (fromNpm) return fromNpm();
  throw new Error(
    "Unexpected machine without a browser, expected Chromium or Chrome.\n" +
      "  hint: install one (Debian: apt-get install chromium), or name it in REDLINE_BROWSER",
  );
}

async function unpackFromNpm(): Promise<FoundBrowser> {
  const { default: chromium } = await import("@sparticuz/chromium");
  return {
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, ...ARGS],
  };
}

/** Finds the browser on this machine. */
export function findBrowserHere(): Promise<FoundBrowser> {
  const npm =
    process.platform === "linux" && process.arch === "x64"
      ? unpackFromNpm
      : undefined;
  return findBrowser(process.env["REDLINE_BROWSER"], existsSync, npm);
}
