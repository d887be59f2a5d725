/** The part of Citation.js that we use; it brings no types of its own. */
declare module "@citation-js/core" {
  interface Engine {
    updateItems(ids: string[], unsorted: boolean): void;
    makeBibliography(): [unknown, string[]];
  }
  interface Configs {
    "@csl": {
      styles: { add(name: string, style: unknown): void };
      locales: { list(): string[] };
      engine(
        items: { id: string }[],
        style: string,
        locale: string,
        format: "text",
      ): Engine;
    };
    "@bibtex": { format: { asciiOnly: boolean; useIdAsLabel: boolean } };
  }
  export const plugins: {
    config: { get<Name extends keyof Configs>(name: Name): Configs[Name] };
    output: {
      format(name: "bibtex" | "ris", items: object[], options: object): string;
    };
  };
  /** Reads any of the formats whose plugins are loaded. */
  export class Cite {
    constructor(text: string);
    data: {
      id: string;
      title: string;
      note: string;
      URL: string;
      author: { literal?: string; family?: string; given?: string }[];
      issued: { "date-parts": number[][] };
    }[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-ris";
declare module "style-chicago" {
  const style: object;
  export default style;
}
