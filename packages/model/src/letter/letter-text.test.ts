import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { deliveredText } from "./delivered-texts";
import { DELIVERED_KINDS, LETTER_TONES } from "./letter-kinds";
import { dataOf, type LetterText, type Piece, readText, writeText } from "./letter-text";
import { PLACEHOLDERS } from "./placeholders";

const problem = z.strictObject({
  problem: z.string(),
  line: z.int(),
  column: z.int(),
  word: z.string(),
  closest: z.string().nullable(),
});
const textCase = z.strictObject({
  name: z.string(),
  source: z.string(),
  tone: z.enum(LETTER_TONES).default("thanks"),
  reads: z.string().optional(),
  problems: z.array(problem).default([]),
});
const cases = z.array(textCase).parse(parse(readFileSync(new URL("letter-text.cases.yaml", import.meta.url), "utf8")));

describe("readText", () => {
  it.each(cases)("$name", ({ source, tone, reads, problems }) => {
    const read = readText(source, tone);
    expect(read.problems).toEqual(problems);
    expect(read.text ? writeText(read.text) : undefined).toBe(reads);
  });

  it("reads every delivered text, which is written as it is", () => {
    const kinds = [...DELIVERED_KINDS, ...LETTER_TONES.map((tone) => ({ kind: "own", tone }))];
    for (const { kind, tone } of kinds) {
      const source = deliveredText(kind, tone);
      const { text, problems } = readText(source, tone);
      expect(problems, kind).toEqual([]);
      expect(writeText(text!), kind).toBe(source);
    }
  });

  it("tells which data a text cannot do without", () => {
    const { text } = readText(deliveredText("birth", "congratulation"), "congratulation");
    const data = dataOf(text!);
    expect(data.filter(({ needed }) => needed).map(({ datum }) => datum)).toEqual(["unit", "child"]);
    expect(data.filter(({ needed }) => !needed).map(({ datum }) => datum)).toEqual(["bornOn", "words"]);
  });
});

describe("any text", () => {
  const word = fc.stringMatching(/^[a-zàđ0-9#{}[\]*\\,.]{1,6}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
  const text = words.map((said): Piece => ({ type: "text", text: said }));
  const datum = fc
    .record({ datum: fc.constantFrom(...PLACEHOLDERS.filter(({ tones }) => tones === null)), capital: fc.boolean() })
    .map(({ datum: { datum: each }, capital }): Piece => ({ type: "datum", datum: each, capital }));
  /** No two stretches of plain text beside each other, which are one. */
  const merged = (pieces: Piece[]) =>
    pieces.filter((piece, i) => piece.type !== "text" || pieces[i - 1]?.type !== "text");
  const plain = fc.array(fc.oneof(text, datum), { minLength: 1, maxLength: 4 }).map(merged);
  const bold = plain.map((pieces): Piece => ({ type: "bold", pieces }));
  const optional = fc
    .tuple(datum, fc.array(fc.oneof(text, datum, bold), { maxLength: 3 }))
    .map(([first, rest]): Piece => ({ type: "optional", pieces: merged([first, ...rest]) }));
  const paragraph = fc.array(fc.oneof(text, datum, bold, optional), { minLength: 1, maxLength: 5 }).map(merged);
  const whole: fc.Arbitrary<LetterText> = fc.record({
    title: paragraph,
    summary: fc.option(paragraph, { nil: null }),
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
  });

  it("is read from what is written of it", () => {
    fc.assert(
      fc.property(whole, (given) => {
        expect(readText(writeText(given), "thanks")).toEqual({ text: given, problems: [] });
      }),
    );
  });

  it("is either read and written again without change, or told wrong at a place within it", () => {
    const signs = fc.constantFrom("{", "}", "[", "]", "*", "\\", "#", " ", "\n", "\n\n", "a", "xưng hô", "{xưng hô}");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 24 }), (parts) => {
        const source = `# T\n\n${parts.join("")}`;
        const read = readText(source, "thanks");
        if (read.text) expect(readText(writeText(read.text), "thanks")).toEqual(read);
        const lines = source.split("\n");
        for (const { line, column } of read.problems) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
