import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { foldPetition, type PetitionFold, type PetitionStepFact } from "@gandan/model/petition/fold-petition";
import { petitionSettings } from "@gandan/model/petition/petition-inputs";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { TransactionSql } from "postgres";
import { loadCalendar } from "../outcome/load-judge";
import { readSetting } from "../settings/unit-setting";
import { nextRemindAt } from "./petition-reminder";

/** A step as the register has it. */
export interface StepRow {
  seq: number;
  step: PetitionStepFact["step"];
  at: Date;
  kind: PetitionKind | null;
  was: PetitionKind | null;
  towards: "inside" | "outside" | null;
  takenBackAt: Date | null;
}

/** The kind as which a petition came: the one that its first classification found. */
const firstKind = (kind: PetitionKind, steps: readonly StepRow[]): PetitionKind =>
  steps.find(({ step }) => step === "classified")?.was ?? kind;

/** The unit's settings for petitions and its calendar. */
export async function loadTerms(sql: TransactionSql, unitId: string, now: Date) {
  const [calendar, settings] = await Promise.all([
    loadCalendar(sql, unitId, now),
    readSetting(sql, unitId, "petition", petitionSettings),
  ]);
  return { calendar, remote: settings.value.remote };
}

type Terms = Awaited<ReturnType<typeof loadTerms>>;

/** Where a petition stands, and its line of the register as columns. */
export function foldRow(
  petition: { kind: PetitionKind; instance: number },
  steps: readonly StepRow[],
  terms: Terms,
  now: Date,
) {
  const kept = steps.filter(({ takenBackAt }) => takenBackAt === null);
  const facts = kept.map(({ step, at, kind, towards }) => ({ step, at: toLocalMinute(at), kind, towards }));
  const env = { ...terms, instance: petition.instance };
  const fold = foldPetition(firstKind(petition.kind, steps), facts, env);
  return { fold, columns: columnsOf(fold, terms, now) };
}

const instantOf = (minute: number) => (minute === NEVER ? null : toInstant(minute));

function columnsOf(fold: PetitionFold, { calendar }: Terms, now: Date) {
  return {
    kind: fold.kind,
    state: fold.state,
    passed_on_at: instantOf(fold.passedOnAt),
    accepted_at: instantOf(fold.acceptedAt),
    resolved_at: instantOf(fold.resolvedAt),
    ended_at: instantOf(fold.endedAt),
    extensions: fold.extensions,
    next_step: fold.next?.step ?? null,
    due_at: fold.next ? toInstant(fold.next.dueAt) : null,
    next_remind_at: fold.next ? instantOf(nextRemindAt(calendar, fold.next.dueAt, toLocalMinute(now))) : null,
  };
}
