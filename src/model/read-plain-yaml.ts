/** Deeper nesting, and all else that the forms below do not fit, is left to the full parser. */
const MAX_PLAIN_DEPTH = 8;

/** A blank line, or one that holds only a comment. */
const NOTHING = / *(?:#[^\n\r]*)?\n/y;
const KEY = /([a-z][a-z0-9_]{0,60}):(?: +|(?=\n))/y;
const END = / *\n/y;
/** A word, or a number of up to 15 digits. */
const SCALAR =
  /([A-Za-z][A-Za-z0-9_-]*)|(-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)(?=[ ,\]}\n])/y;
/** Quoted text up to its end, or to the next escape; one character of a class at a time, so never slow. */
const QUOTED = /[^"\\\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]*/y;
const WORDS: { [word: string]: unknown } = {
  null: null,
  true: true,
  false: false,
};
/** The other spellings of those three, which are left to the full parser. */
const OTHER_SPELLING = /^(?:null|true|false)$/i;

class NotPlain extends Error {}

/** Reads from `at` on, and throws NotPlain at the first sign that could mean anything else. */
class PlainReader {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  match(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.text);
    if (!found) return undefined;
    this.at = form.lastIndex;
    return found;
  }

  need(form: RegExp): RegExpExecArray {
    const found = this.match(form);
    if (!found) throw new NotPlain();
    return found;
  }

  /** Takes the sign, and the blanks after it, if it comes next. */
  takes(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    this.skipBlanks();
    return true;
  }

  skipBlanks(): void {
    while (this.text[this.at] === " ") this.at += 1;
  }

  /** The indent of the next line that says something, without taking it; -1 at the end. */
  nextIndent(): number {
    while (this.match(NOTHING)) continue;
    let end = this.at;
    while (this.text[end] === " ") end += 1;
    return end === this.text.length ? -1 : end - this.at;
  }

  block(indent: number, depth: number): unknown {
    if (depth > MAX_PLAIN_DEPTH) throw new NotPlain();
    const isList = this.text.startsWith("- ", this.at + indent);
    return isList ? this.list(indent, depth) : this.mapping(indent, depth);
  }

  list(indent: number, depth: number): unknown[] {
    const items: unknown[] = [];
    do {
      this.at += indent;
      if (!this.text.startsWith("- ", this.at)) throw new NotPlain();
      this.at += 2;
      KEY.lastIndex = this.at;
      if (KEY.test(this.text)) {
        // The first key stands where its fellows do, two places in.
        this.at -= indent + 2;
        items.push(this.mapping(indent + 2, depth + 1));
      } else items.push(this.line(depth + 1));
    } while (this.nextIndent() === indent);
    return items;
  }

  mapping(indent: number, depth: number): { [key: string]: unknown } {
    const entries: { [key: string]: unknown } = {};
    do {
      this.at += indent;
      const key = this.need(KEY)[1]!;
      if (Object.hasOwn(entries, key)) throw new NotPlain();
      if (this.match(END)) {
        if (this.nextIndent() !== indent + 2) throw new NotPlain();
        entries[key] = this.block(indent + 2, depth + 1);
      } else entries[key] = this.line(depth + 1);
    } while (this.nextIndent() === indent);
    return entries;
  }

  line(depth: number): unknown {
    const value = this.inLine(depth);
    this.need(END);
    return value;
  }

  inLine(depth: number): unknown {
    if (depth > MAX_PLAIN_DEPTH) throw new NotPlain();
    if (this.takes("[")) return this.flowList(depth);
    if (this.takes("{")) return this.flowMapping(depth);
    if (this.text[this.at] === '"') return this.quoted();
    const [, word, number] = this.need(SCALAR);
    if (number !== undefined) return Number(number);
    if (Object.hasOwn(WORDS, word!)) return WORDS[word!];
    if (OTHER_SPELLING.test(word!)) throw new NotPlain();
    return word;
  }

  /** Quoted text, with no escapes but those of `"` and `\`. */
  quoted(): string {
    let value = "";
    this.at += 1;
    for (;;) {
      value += this.need(QUOTED)[0];
      if (this.text[this.at] === '"') break;
      const escaped = this.text[this.at + 1];
      if (this.text[this.at] !== "\\" || !/["\\]/.test(escaped ?? ""))
        throw new NotPlain();
      value += escaped;
      this.at += 2;
    }
    this.at += 1;
    return value;
  }

  flowList(depth: number): unknown[] {
    const items: unknown[] = [];
    if (this.takes("]")) return items;
    do {
      items.push(this.inLine(depth + 1));
      this.skipBlanks();
    } while (this.takes(","));
    if (this.text[this.at] !== "]") throw new NotPlain();
    this.at += 1;
    return items;
  }

  flowMapping(depth: number): { [key: string]: unknown } {
    const entries: { [key: string]: unknown } = {};
    if (this.takes("}")) return entries;
    do {
      const key = this.need(KEY)[1]!;
      if (Object.hasOwn(entries, key)) throw new NotPlain();
      entries[key] = this.inLine(depth + 1);
      this.skipBlanks();
    } while (this.takes(","));
    if (this.text[this.at] !== "}") throw new NotPlain();
    this.at += 1;
    return entries;
  }
}

/**
 * The value of YAML in the few forms that nearly all of the record is written in, ten times faster than the full
 * parser; undefined for everything else, be it right or wrong. What it reads, the full parser reads alike.
 */
export function readPlainYaml(text: string): { value: unknown } | undefined {
  const reader = new PlainReader(text.endsWith("\n") ? text : `${text}\n`);
  try {
    if (reader.nextIndent() !== 0) return undefined;
    const value = reader.block(0, 1);
    return reader.nextIndent() === -1 ? { value } : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
