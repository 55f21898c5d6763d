/** Small integers for words (procedure codes, sets of flags), given out in order of first sight. */
export class WordCodes {
  readonly words: string[] = [];
  private readonly codes = new Map<string, number>();

  /** The code of `word`; a new one when it was never seen. */
  codeOf(word: string): number {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    const code = this.words.length;
    this.words.push(word);
    this.codes.set(word, code);
    return code;
  }
}
