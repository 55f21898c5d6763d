import { z } from "zod";
import { type DossierColumns, letterColumn } from "../dossier/dossier-columns";
import type { LetterKind } from "../dossier/dossier-event";
import { NEVER } from "../dossier/dossier-facts";
import { DOSSIER_GROUPS, dossierGroupCode } from "../dossier/dossier-group";
import type { ModelSource } from "../model/model-schema";
import { MET, NOT_APPLICABLE, type OutcomeCode, PENDING, type Reason } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { defineDossierRuleKind } from "./define-rule-kind";
import { afterFinishFlipsAt, afterFinishOutcome, unfinishedReason } from "./due-outcome";
import { TermClock, termParam, termWords } from "./term-param";
import { GROUP_NAMES, LETTER_NAMES, nameList } from "./word-names";

interface Letter {
  groups: number;
  column: number;
  within: TermClock;
  letter: LetterKind;
}

function isFor(rule: Letter, cols: DossierColumns, i: number): boolean {
  return ((rule.groups >>> cols.group[i]!) & 1) === 1;
}

function limitOf(rule: Letter, cols: DossierColumns, i: number): number {
  const finished = cols.finishedAt[i]!;
  return finished === NEVER ? NEVER : rule.within.dueAt(finished);
}

function sentAt(rule: Letter, cols: DossierColumns, i: number): number {
  return cols.letterAt[rule.column]![i]!;
}

function judge(rule: Letter, cols: DossierColumns, i: number, asOf: number): OutcomeCode {
  if (!isFor(rule, cols, i)) return NOT_APPLICABLE;
  return afterFinishOutcome(cols, i, sentAt(rule, cols, i), limitOf(rule, cols, i), asOf);
}

function block(
  rule: Letter,
  cols: DossierColumns,
  from: number,
  to: number,
  asOf: number,
  out: Uint32Array,
  word: number,
  shift: number,
): void {
  for (let i = from; i < to; i++) out[2 * i + word]! |= judge(rule, cols, i, asOf) << shift;
}

function reasonOf(rule: Letter, cols: DossierColumns, i: number, asOf: number): Reason {
  if (!isFor(rule, cols, i)) return reason("dossier.otherGroup", { groupWord: DOSSIER_GROUPS[cols.group[i]!]! });
  const finishedAt = cols.finishedAt[i]!;
  if (finishedAt === NEVER) return unfinishedReason(cols, i);
  const letterWord = rule.letter;
  const sent = sentAt(rule, cols, i);
  const limitAt = limitOf(rule, cols, i);
  const code = judge(rule, cols, i, asOf);
  if (code === MET) return reason("dossier.letterSent", { letterWord, sentAt: sent, limitAt });
  if (code === PENDING) return reason("dossier.letterAwaited", { letterWord, finishedAt, limitAt });
  if (sent === NEVER) return reason("dossier.letterMissing", { letterWord, finishedAt, limitAt });
  return reason("dossier.letterLate", { letterWord, sentAt: sent, limitAt });
}

const params = z.strictObject({
  on: z.literal("finished").default("finished"),
  groups: z.array(z.enum(DOSSIER_GROUPS)).min(1),
  letter: z.enum(["congratulation", "condolence", "thanks"]),
  within: termParam.default("same-day"),
});

/** A rule that asks for a letter with the result. */
export interface LetterRule extends Omit<z.infer<typeof params>, "groups"> {
  groups: readonly string[];
}

/** The rules of a model that ask for a letter with the result. */
export function letterRules(rules: ModelSource["rules"]): LetterRule[] {
  return Object.values(rules)
    .filter(({ kind }) => kind === "dossier.letter")
    .map(({ groups, letter, within }) => params.parse({ groups, letter, within }));
}

/** A letter goes with the result of certain procedures: congratulation on birth and marriage, condolence on death (plan 000, II.3.d). */
export const dossierLetter = defineDossierRuleKind({
  kind: "dossier.letter",
  params,
  sampled: true,
  stricter: { groups: "superset", within: "shorter" },
  sentence: ({ groups, letter, within }, language) => {
    const about = nameList(GROUP_NAMES, groups, language);
    const what = LETTER_NAMES[letter][language];
    return language === "vi"
      ? `Hồ sơ về ${about} giải quyết xong thì ${what} được gửi ${termWords(within, "vi")}.`
      : `When a dossier about ${about} is finished, a ${what} is sent ${termWords(within, "en")}.`;
  },
  compile: ({ groups, letter, within }, { calendar }) => {
    const rule: Letter = {
      groups: groups.reduce((mask, group) => mask | (1 << dossierGroupCode(group)), 0),
      column: letterColumn(letter),
      within: new TermClock(within, calendar),
      letter,
    };
    return {
      judge: (cols, i, asOf) => judge(rule, cols, i, asOf),
      block: (cols, from, to, asOf, out, word, shift) => block(rule, cols, from, to, asOf, out, word, shift),
      reason: (cols, i, asOf) => reasonOf(rule, cols, i, asOf),
      flipsAt: (cols, i, asOf) =>
        isFor(rule, cols, i) ? afterFinishFlipsAt(cols, i, sentAt(rule, cols, i), limitOf(rule, cols, i), asOf) : NEVER,
    };
  },
});
