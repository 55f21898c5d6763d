import { type Interval, wilson } from "../score/wilson";
import { joinedOf, type Range, rangeAt, type Scale, type ShownAnswers, scaleOf, toldAt } from "./shown-answers";

/** One line of a result: an answer, or several whose numbers are told only together. */
export interface AnsweredLine extends Range {
  /** Places of the answers, from 0. */
  options: number[];
}

/** A share of the answers, told exactly or between two ends. */
export interface ToldShare extends Range {
  /** Of how many answers; those of which nothing is told are left out. */
  n: number;
  /** From the lower end for the least to the upper for the most there can be (Wilson, 95 %). */
  interval: Interval;
}

/** What is told of the answers to a question. */
export interface Answered {
  /** Sheets that answered it, as far as they are counted. */
  n: number;
  lines: AnsweredLine[];
  /** Of five levels: satisfied and very satisfied; null for other questions, and where it is not told. */
  satisfied: ToldShare | null;
}

export const SATISFIED = [3, 4] as const;

/** A share with its interval; null where nothing is told. */
export const shareOf = ({ low, high, n }: Range & { n: number }): ToldShare | null =>
  n === 0 ? null : { low, high, n, interval: { low: wilson(low, n).low, high: wilson(high, n).high } };

/** The share of yes of a question of yes and no; null where it is not told by itself. */
export function toldYes({ n, lines }: Answered): ToldShare | null {
  const yes = lines.find(({ options }) => options.length === 1 && options[0] === 1);
  return yes ? shareOf({ low: yes.low, high: yes.high, n }) : null;
}

/** Both sides, each between two ends, where some answers of the one are told only with some of the other. */
function linesOfSides(answers: ShownAnswers, sides: readonly (readonly number[])[]): AnsweredLine[] {
  const lines = sides.map((side) => ({ options: [...side], ...rangeAt(answers, side) }));
  const nothing = lines.every(({ low, high }) => high - low === answers.n);
  return nothing ? [{ options: sides.flat(), low: answers.n, high: answers.n }] : lines;
}

/**
 * What is told of the answers, in the lines that a page or a file shows.
 * @param scale by which they were told apart
 */
export function answeredOf(
  question: { kind: string; options?: readonly string[] | null | undefined },
  answers: ShownAnswers,
  scale: Scale = scaleOf({ kind: question.kind, options: question.options ?? undefined }),
): Answered {
  const { n } = answers;
  const satisfied = question.kind === "level5" ? shareOf(toldAt(answers, SATISFIED)) : null;
  const { width, sides } = scale;
  const joined = sides === null ? [] : joinedOf(answers);
  const crossing = joined.some(({ options }) => !sides!.some((side) => options.every((each) => side.includes(each))));
  if (crossing) return { n, lines: linesOfSides(answers, sides!), satisfied };
  const first = new Map(joined.map((line) => [line.options[0]!, line]));
  const lines = Array.from({ length: width }, (_, option) => option).flatMap((option): AnsweredLine[] => {
    const line = first.get(option);
    if (line) return [{ options: line.options, low: line.n, high: line.n }];
    if (joined.some(({ options }) => options.includes(option))) return [];
    return [{ options: [option], ...rangeAt(answers, [option]) }];
  });
  return { n, lines, satisfied };
}
