const [TAB, LINE_FEED, BACKSLASH, LETTER_N] = [0x09, 0x0a, 0x5c, 0x4e];
const ESCAPES: Readonly<Record<number, string>> = { [TAB]: "t", [LINE_FEED]: "n", 13: "r", [BACKSLASH]: "\\" };
/** Texts of this length or more are cheaper handed to the engine. */
const LONG = 256;

/**
 * Rows in the text format of COPY, in UTF-8. Written byte by byte: most values are short and of plain letters, for which
 * joining texts and encoding the row costs several times as much, and leaves as much behind for the collector.
 */
export class CopyText {
  readonly #size: number;
  #piece: Buffer;
  /** Bytes written since the last take. */
  length = 0;

  /** @param size bytes of a piece before it has to grow */
  constructor(size: number) {
    this.#size = size;
    this.#piece = Buffer.allocUnsafe(size);
  }

  /** What was written, as a buffer that is not written to again. */
  take(): Buffer {
    const taken = this.#piece.subarray(0, this.length);
    this.#piece = Buffer.allocUnsafe(this.#size);
    this.length = 0;
    return taken;
  }

  nextColumn(): void {
    this.#room(1);
    this.#piece[this.length++] = TAB;
  }

  endRow(): void {
    this.#room(1);
    this.#piece[this.length++] = LINE_FEED;
  }

  addNull(): void {
    this.#room(2);
    this.#piece[this.length++] = BACKSLASH;
    this.#piece[this.length++] = LETTER_N;
  }

  /** ASCII without a tab, a line break or a backslash. */
  addPlain(text: string): void {
    const { length } = text;
    this.#room(length);
    const piece = this.#piece;
    let end = this.length;
    for (let i = 0; i < length; i++) piece[end++] = text.charCodeAt(i);
    this.length = end;
  }

  /** Any text, escaped. */
  add(text: string): void {
    const { length } = text;
    if (length < LONG) {
      this.#room(length);
      const piece = this.#piece;
      let end = this.length;
      let i = 0;
      for (; i < length; i++) {
        const code = text.charCodeAt(i);
        if (code > 0x7f || code === BACKSLASH || code < 0x20) break;
        piece[end++] = code;
      }
      this.length = end;
      if (i < length) this.#addEscaped(i === 0 ? text : text.slice(i));
    } else this.#addEscaped(text);
  }

  #addEscaped(text: string): void {
    const escaped = /[\\\t\n\r]/.test(text)
      ? text.replace(/[\\\t\n\r]/g, (sign) => `\\${ESCAPES[sign.charCodeAt(0)]}`)
      : text;
    // A unit of UTF-16 takes at most three bytes.
    this.#room(3 * escaped.length);
    this.length += this.#piece.write(escaped, this.length, "utf8");
  }

  #room(bytes: number): void {
    if (this.length + bytes <= this.#piece.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#piece.length, this.length + bytes));
    this.#piece.copy(larger, 0, 0, this.length);
    this.#piece = larger;
  }
}
