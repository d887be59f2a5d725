import { createHash } from "node:crypto";

/**
 * The one script that stands inside a page: it must run before the first paint, or a reader who chose the other
 * theme sees a flash of this one.
 */
export const EARLY_SCRIPT = `try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}`;

function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** The search runs WebAssembly; nothing else does. */
const SEARCH = "/search/";

/**
 * What a page may load and run (a Content Security Policy): files of its own site, one script by its hash, no
 * inline style, no markup made by a script. It stands in the page itself, so that it holds on any host; who may
 * frame the page can only be said by the host (host-headers.ts).
 */
export function contentPolicy(path: string): string {
  const scripts = ["'self'", hashOf(EARLY_SCRIPT)];
  if (path === SEARCH) scripts.push("'wasm-unsafe-eval'");
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}
