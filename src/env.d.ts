/// <reference types="astro/client" />

/** The content folder to build, put in by `astro.config.mjs` or a script. */
declare const __CONTENT__: { folder: string; shownAs: string; draft?: boolean };
