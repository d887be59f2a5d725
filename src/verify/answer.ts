/** What a host answered to one visit, after redirects. */
export interface PageAnswer {
  /** The address that answered. */
  url: string;
  /** Where permanent redirects alone led, when there were any. */
  moved?: string | undefined;
  status: number;
  /** The `Content-Type` header, or an empty text. */
  type: string;
  bytes: Uint8Array;
  /** Why the body ends early: it was longer than we read, or it broke off or took too long. */
  cut?: "size" | "broken" | undefined;
  /** The host said that it wants to see a browser or a person. */
  challenged: boolean;
  /** The host said when to come back, so it must be left alone. */
  busy: boolean;
}

/** No usable answer came, and why, in words: the page may be as it was. */
export interface NoAnswer {
  failure: string;
  /** The name of the host leads nowhere; not "for now", but for good. */
  noHost: boolean;
}

export type Answer = PageAnswer | NoAnswer;
