/** The part of Pagefind that the search page uses. The built site brings its file; nothing loads it but a search. */
export interface Pagefind {
  search(
    words: string,
    options: { filters?: { kind: string } },
  ): Promise<{ results: Hit[] }>;
}

/** A result before its words are loaded. */
export interface Hit {
  score: number;
  data(): Promise<Found>;
}

/** A result as it was recorded. `excerpt` has `<mark>` around the words that were found, and no other markup. */
export interface Found {
  url: string;
  excerpt: string;
  meta: { title: string; about?: string; date?: string; also?: string };
  filters: { kind: string[]; cell?: string[] };
}

interface Bundle {
  createInstance(options: {
    noWorker: boolean;
    excerptLength: number;
    excerptEllipsis: string;
    ranking: { metaWeights: { [field: string]: number } };
  }): Pagefind;
}

let loading: Promise<Pagefind> | undefined;

/** Loads the search once. Rejects where there is no index, as in `npm run dev`; the next call tries again. */
export function loadPagefind(folder: string): Promise<Pagefind> {
  loading ??= import(`${folder}pagefind.js` /* @vite-ignore */).then(
    // A worker would be another 43 KB to load, for searches that take a few milliseconds.
    (bundle: Bundle) =>
      bundle.createInstance({
        noWorker: true,
        excerptLength: 28,
        excerptEllipsis: "…",
        // What a thing is called counts as much as its title.
        ranking: { metaWeights: { title: 5, also: 5 } },
      }),
  );
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
