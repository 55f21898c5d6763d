import type { InstallationKey } from "@gandan/auth/seal";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { AppError } from "@gandan/model/error/app-error";
import { possibleSteps } from "@gandan/model/petition/fold-petition";
import type { BarReader, TakeBackStep, TakeStep } from "@gandan/model/petition/petition-inputs";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { foldRow, loadTerms, type StepRow } from "./fold-register";
import { lockReaders, withdrawNotices } from "./name-readers";
import { loadReaders } from "./petition-readers";
import { sealPart } from "./petition-seal";
import { momentOf } from "./register-petition";
import { inRegister, numberOf, type OpenPetition } from "./sealed-register";

const stepsOf = (sql: TransactionSql, unitId: string, petitionId: string) =>
  sql<StepRow[]>`
    select seq, step, at, kind, was, towards, taken_back_at as "takenBackAt" from petition_step
    where unit_id = ${unitId} and petition_id = ${petitionId} order by seq`;

/** Writes where the petition stands after its steps into its line of the register. */
export async function writeLine(
  sql: TransactionSql,
  { unitId, now }: UnitCtx,
  petition: OpenPetition,
  steps: readonly StepRow[],
): Promise<void> {
  const { columns } = foldRow(petition, steps, await loadTerms(sql, unitId, now), now);
  await sql`
    update petition set ${sql({ ...columns, last_seq: steps.at(-1)!.seq })}
    where unit_id = ${unitId} and id = ${petition.id}`;
  // What was told of a step that is over now.
  await sql`
    update notice set withdrawn_at = ${now}
    where unit_id = ${unitId} and area = 'petition' and subject_id = ${petition.id} and withdrawn_at is null
      and due_at is distinct from ${columns.due_at}::timestamptz`;
}

/**
 * Takes a step with a petition; its notes are sealed. A kind can be given to it only when somebody else is named for it.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed; NOT_FOUND petition.notFound; CONFLICT
 * petition.changed, petition.notPossible, petition.nobodyForKind; INVALID petition.future, petition.tooEarly, unit.ended
 */
export function takeStep(ctx: UnitCtx, input: TakeStep, key: InstallationKey): Promise<{ seq: number }> {
  const { unitId, now } = ctx;
  const { petitionId, seen, step, on, note, told } = input;
  return inRegister(ctx, petitionId, async (sql, petition) => {
    await refuseEnded(sql, unitId, localToday(now));
    if (petition.lastSeq !== seen) throw new AppError("CONFLICT", "petition.changed");
    const steps = await stepsOf(sql, unitId, petitionId);
    const { fold } = foldRow(petition, steps, await loadTerms(sql, unitId, now), now);
    if (!possibleSteps(fold).includes(step)) throw new AppError("CONFLICT", "petition.notPossible");
    const before = steps.filter(({ takenBackAt }) => takenBackAt === null).at(-1)!;
    const at = momentOf(on, now, before.at);
    const kind = step === "classified" ? input.kind! : null;
    if (kind) await refuseOrphan(sql, ctx, petition, kind);
    const seq = petition.lastSeq + 1;
    const towards = step === "passed-on" ? input.towards! : null;
    const was = kind ? petition.kind : null;
    const place = { unitId, petitionId };
    await sql`
      insert into petition_step (unit_id, petition_id, seq, step, at, recorded_at, actor, kind, was, towards, note, told)
      values (${unitId}, ${petitionId}, ${seq}, ${step}, ${at}, ${now}, ${ctx.actor.staffId}, ${kind}, ${was}, ${towards},
        ${sealPart(key, place, `note ${seq}`, note)}, ${sealPart(key, place, `told ${seq}`, told)})`;
    await writeLine(sql, ctx, petition, [...steps, { seq, step, at, kind, was, towards, takenBackAt: null }]);
    await write(sql, ctx, petition, "petition.step", { seq, step });
    return { seq };
  });
}

/** A petition of a kind that nobody opens would lie unread. */
async function refuseOrphan(sql: TransactionSql, ctx: UnitCtx, petition: OpenPetition, kind: PetitionKind) {
  if (kind === petition.kind) throw new AppError("CONFLICT", "petition.notPossible");
  await lockReaders(sql, ctx.unitId);
  const left = await readersLeft(sql, ctx, petition.id, kind);
  if (left.length === 0) throw new AppError("CONFLICT", "petition.nobodyForKind");
}

async function readersLeft(sql: TransactionSql, ctx: UnitCtx, petitionId: string, kind: PetitionKind) {
  const [readers, barred] = [
    await loadReaders(sql, ctx.unitId, localToday(ctx.now)),
    await sql<{ staffId: string }[]>`
      select staff_id as "staffId" from petition_bar where unit_id = ${ctx.unitId} and petition_id = ${petitionId}`,
  ];
  return readers.filter(({ staffId, kinds }) => kinds.includes(kind) && !barred.some((bar) => bar.staffId === staffId));
}

/**
 * Takes the last step back: a slip. It stays written, with who took it back.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed; NOT_FOUND petition.notFound; CONFLICT petition.notLast
 */
export function takeBackStep(ctx: UnitCtx, { petitionId, seq }: TakeBackStep): Promise<void> {
  const { unitId, now } = ctx;
  return inRegister(ctx, petitionId, async (sql, petition) => {
    await refuseEnded(sql, unitId, localToday(now));
    const steps = await stepsOf(sql, unitId, petitionId);
    const last = steps.filter(({ takenBackAt }) => takenBackAt === null).at(-1);
    if (last?.seq !== seq || seq === 1) throw new AppError("CONFLICT", "petition.notLast");
    await sql`
      update petition_step set taken_back_at = ${now}, taken_back_by = ${ctx.actor.staffId}
      where unit_id = ${unitId} and petition_id = ${petitionId} and seq = ${seq}`;
    const left = steps.map((step) => (step.seq === seq ? { ...step, takenBackAt: now } : step));
    await writeLine(sql, ctx, petition, left);
    await write(sql, ctx, petition, "petition.take-back", { seq, step: last.step });
  });
}

/**
 * Closes a petition to a reader whom it concerns, oneself among them: to that person it does not exist from now on, and
 * nobody opens it to them again.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed; NOT_FOUND petition.notFound, petition.noReader;
 * CONFLICT petition.lastReader
 */
export function barReader(ctx: UnitCtx, { petitionId, staffId }: BarReader): Promise<void> {
  const { unitId, now } = ctx;
  return inRegister(ctx, petitionId, async (sql, petition) => {
    await lockReaders(sql, unitId);
    const left = await readersLeft(sql, ctx, petitionId, petition.kind);
    if (!left.some((reader) => reader.staffId === staffId)) throw new AppError("NOT_FOUND", "petition.noReader");
    if (left.length === 1) throw new AppError("CONFLICT", "petition.lastReader");
    await sql`
      insert into petition_bar (unit_id, petition_id, staff_id, barred_by, barred_at)
      values (${unitId}, ${petitionId}, ${staffId}, ${ctx.actor.staffId}, ${now})`;
    await withdrawNotices(sql, ctx, staffId, sql`and subject_id = ${petitionId}`);
    await write(sql, ctx, petition, "petition.bar-reader", { staffId });
  });
}

function write(
  sql: TransactionSql,
  { unitId, now, actor }: UnitCtx,
  petition: OpenPetition,
  action: string,
  details: Record<string, unknown>,
): Promise<void> {
  const entry = { unitId, at: now, actor: actor.staffId, action, subject: petition.id };
  return appendAudit(sql, { ...entry, details: { number: numberOf(petition), ...details } });
}
