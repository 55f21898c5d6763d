const [TAB, LINE_FEED, BACKSLASH, LETTER_N] = [0x09, 0x0a, 0x5c, 0x4e];
/** What stands behind a backslash for a sign of its own meaning. */
const ESCAPES: Readonly<Record<number, number>> = { [TAB]: 0x74, [LINE_FEED]: 0x6e, 13: 0x72, [BACKSLASH]: BACKSLASH };
/** Halves of the signs that UTF-16 writes with two units. */
const [FIRST_HALF, LAST_HALF] = [0xd800, 0xdfff];
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
    if (length >= LONG) {
      this.#addLong(text);
      return;
    }
    // A unit of UTF-16 takes at most three bytes, one that is escaped two.
    this.#room(3 * length);
    const piece = this.#piece;
    let end = this.length;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        const letter = code === BACKSLASH || code < 0x20 ? ESCAPES[code] : undefined;
        if (letter !== undefined) piece[end++] = BACKSLASH;
        piece[end++] = letter ?? code;
      } else if (code < 0x800) {
        piece[end++] = 0xc0 | (code >> 6);
        piece[end++] = 0x80 | (code & 0x3f);
      } else if (code < FIRST_HALF || code > LAST_HALF) {
        piece[end++] = 0xe0 | (code >> 12);
        piece[end++] = 0x80 | ((code >> 6) & 0x3f);
        piece[end++] = 0x80 | (code & 0x3f);
      } else {
        this.length = end;
        this.#addLong(text.slice(i));
        return;
      }
    }
    this.length = end;
  }

  /** By the engine, which also knows what to do with halves of signs. */
  #addLong(text: string): void {
    const escaped = /[\\\t\n\r]/.test(text)
      ? text.replace(/[\\\t\n\r]/g, (sign) => `\\${String.fromCharCode(ESCAPES[sign.charCodeAt(0)]!)}`)
      : text;
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
