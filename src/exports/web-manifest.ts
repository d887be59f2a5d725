import type { Site } from "../model/site.ts";
import type { Colours } from "./theme-colours.ts";

/** The web manifest: what the site is called and looks like when a reader keeps it on a device. */
export function formatWebManifest(
  site: Site,
  colours: Pick<Colours, "paper">,
): string {
  const icon = (file: string, size: number, purpose: "any" | "maskable") => ({
    src: `/${file}`,
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    name: site.name,
    short_name: site.name,
    description: site.tagline,
    lang: site.language,
    start_url: "/",
    scope: "/",
    display: "browser",
    background_color: colours.paper,
    theme_color: colours.paper,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      icon("icon-192.png", 192, "any"),
      icon("icon-512.png", 512, "any"),
      icon("icon-maskable-512.png", 512, "maskable"),
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
