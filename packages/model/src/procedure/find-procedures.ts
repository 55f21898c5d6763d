import { foldText } from "../import/fold-text";

export interface NamedProcedure {
  code: string;
  name: string;
}

/** How a chosen procedure stands in a field: "Đăng ký khai sinh (1.001193)". */
export function procedureText({ code, name }: NamedProcedure): string {
  return `${name} (${code})`;
}

/**
 * The procedures that someone means who types words of the name, beginnings of words, or a code; with or without marks,
 * in any order. What begins with the words typed stands first, then the shorter name. Everything when nothing is typed.
 */
export function findProcedures<T extends NamedProcedure>(procedures: readonly T[], typed: string): T[] {
  const exact = procedures.filter((each) => typed.trim() === procedureText(each) || typed.trim() === each.code);
  if (exact.length > 0) return exact;
  const folded = foldText(typed);
  const words = folded.split(" ").filter(Boolean);
  const found = procedures.flatMap((procedure) => {
    const text = ` ${foldText(procedureText(procedure))}`;
    return words.every((word) => text.includes(` ${word}`)) ? [{ procedure, text }] : [];
  });
  const rank = (text: string) => (text.startsWith(` ${folded}`) ? 0 : text.includes(` ${folded}`) ? 1 : 2);
  return found
    .map(({ procedure, text }) => ({
      procedure,
      ...(words.length === 0 ? { rank: 0, length: 0 } : { rank: rank(text), length: text.length }),
    }))
    .sort((a, b) => a.rank - b.rank || a.length - b.length)
    .map(({ procedure }) => procedure);
}

/** The one procedure that is meant; undefined when several could be, or none. */
export function meantProcedure<T extends NamedProcedure>(procedures: readonly T[], typed: string): T | undefined {
  const found = findProcedures(procedures, typed);
  const named = found.filter(({ name }) => foldText(name) === foldText(typed));
  const [first, second] = named.length > 0 ? named : found;
  return typed.trim() !== "" && second === undefined ? first : undefined;
}
