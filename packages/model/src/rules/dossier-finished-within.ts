import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { z } from "zod";
import type { DossierColumns } from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import { NOT_APPLICABLE, type OutcomeCode } from "../outcome/outcome";
import { defineDossierRuleKind } from "./define-rule-kind";
import { dueFlipsAt, dueOutcome, dueReason } from "./due-outcome";
import { TermClock, termParam, termWords } from "./term-param";
import { CompiledWhen, whenHolds, whenParam, whenReason } from "./when";
import { whenWords } from "./when-words";

interface FinishedWithin {
  when: CompiledWhen;
  term: TermClock;
  calendar: OfficeCalendar;
}

/** The term runs from acceptance and stands still while the clock does. */
function dueOf(rule: FinishedWithin, cols: DossierColumns, i: number): number {
  const start = cols.acceptedAt[i]!;
  if (start === NEVER) return NEVER;
  const due = rule.term.dueAt(start);
  const paused = cols.pausedMinutes[i]!;
  return paused === 0 ? due : rule.calendar.addWorkingMinutes(due, paused);
}

function judge(rule: FinishedWithin, cols: DossierColumns, i: number, asOf: number): OutcomeCode {
  if (!whenHolds(rule.when, cols, i)) return NOT_APPLICABLE;
  return dueOutcome(cols, i, dueOf(rule, cols, i), asOf);
}

function block(
  rule: FinishedWithin,
  cols: DossierColumns,
  from: number,
  to: number,
  asOf: number,
  out: Uint32Array,
  word: number,
  shift: number,
): void {
  rule.when.bind(cols.words);
  for (let i = from; i < to; i++) out[2 * i + word]! |= judge(rule, cols, i, asOf) << shift;
}

/** The work is finished within a term of its own, whatever the appointment says (plan 003, III.2: in the day, no Friday carry-over). */
export const dossierFinishedWithin = defineDossierRuleKind({
  kind: "dossier.finished-within",
  params: z.strictObject({ term: termParam, when: whenParam.optional() }),
  sampled: true,
  stricter: { term: "shorter" },
  sentence: ({ term, when }, language) => {
    const who = whenWords(when, language);
    const within = termWords(term, language);
    return language === "vi" ? `${who} được giải quyết xong ${within}.` : `${who} is finished ${within}.`;
  },
  compile: ({ term, when }, env) => {
    const rule: FinishedWithin = {
      when: new CompiledWhen(when, env),
      term: new TermClock(term, env.calendar),
      calendar: env.calendar,
    };
    return {
      judge: (cols, i, asOf) => {
        rule.when.bind(cols.words);
        return judge(rule, cols, i, asOf);
      },
      block: (cols, from, to, asOf, out, word, shift) => block(rule, cols, from, to, asOf, out, word, shift),
      reason: (cols, i, asOf) => {
        rule.when.bind(cols.words);
        if (!whenHolds(rule.when, cols, i)) return whenReason(rule.when, cols, i);
        return dueReason(cols, i, dueOf(rule, cols, i), asOf, env.calendar);
      },
      flipsAt: (cols, i, asOf) => {
        rule.when.bind(cols.words);
        return whenHolds(rule.when, cols, i) ? dueFlipsAt(cols, i, dueOf(rule, cols, i), asOf) : NEVER;
      },
    };
  },
});
