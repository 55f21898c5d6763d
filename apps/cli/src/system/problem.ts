/** Something that a person can mend: one sentence in Vietnamese and English that says what is wrong and what to do. */
export class Problem extends Error {
  readonly sentence: { vi: string; en: string };

  constructor(vi: string, en: string) {
    super(en);
    this.name = "Problem";
    this.sentence = { vi, en };
  }
}

/** What to tell a person: both sentences where the error has them, its message otherwise. */
export function tell(error: Error): string {
  if (!("sentence" in error)) return error.message;
  const { vi, en } = error.sentence as Problem["sentence"];
  return `${vi}\n${en}`;
}
