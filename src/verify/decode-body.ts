const BOMS: [bytes: number[], label: string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

function decodeAs(
  label: string,
  bytes: Uint8Array,
  cut: boolean,
): string | undefined {
  try {
    // A body that was cut may end within a letter: `stream` keeps that from being an error.
    return new TextDecoder(label, { fatal: true }).decode(bytes, {
      stream: cut,
    });
  } catch {
    return undefined;
  }
}

/** The encoding that a page names for itself, in its header or its first kilobyte. */
function declared(type: string, bytes: Uint8Array): string[] {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  return [type, head].flatMap(
    (text) =>
      /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1] ?? [],
  );
}

/**
 * Every text that a body can be, likeliest first. Servers misname encodings, so what they say is one guess
 * among others: bytes that are UTF-8 throughout are hardly ever anything else.
 */
export function decodeBody(
  bytes: Uint8Array,
  type: string,
  cut: boolean,
): string[] {
  const bom = BOMS.find(([mark]) =>
    mark.every((byte, at) => bytes[at] === byte),
  );
  const labels = bom
    ? [bom[1]]
    : ["utf-8", ...declared(type, bytes), "windows-1252"];
  const texts = labels.flatMap((label) => decodeAs(label, bytes, cut) ?? []);
  return [...new Set(texts)];
}
