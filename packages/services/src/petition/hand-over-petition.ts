import type { InstallationKey } from "@gandan/auth/seal";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { HandOverPetition, PetitionWay } from "@gandan/model/petition/petition-inputs";
import type { PetitionKind } from "@gandan/model/petition/petition-terms";
import type { TransactionSql } from "postgres";
import { isEnded } from "../adoption/refuse-ended";
import { findSuccessors, findUnitBySlug } from "../unit/find-unit";
import { localToday } from "../unit/local-today";
import { foldRow, loadTerms, type StepRow } from "./fold-register";
import { keepFiles, openLabels, type PetitionFile, unsealFile } from "./petition-files";
import { loadReaders } from "./petition-readers";
import { openPart, openSender, sealPart, sealSender } from "./petition-seal";
import { inRegister, numberOf, type OpenPetition } from "./sealed-register";
import { writeLine } from "./take-step";

type Step = StepRow & { recordedAt: Date; actor: string; note: string; told: string; takenBackBy: string | null };

/** A petition out of its seal, on its way from one register into another. */
interface Unsealed {
  line: {
    way: PetitionWay;
    receivedAt: Date;
    registeredBy: string | null;
    codeHash: string;
  };
  text: string;
  sender: string | null;
  steps: Step[];
  files: PetitionFile[];
  barred: string[];
}

/**
 * Hands an open petition of a unit that is no more to a unit that went on with it: by a person named for it, into the
 * successor's sealed register, under a number of its own, with its days, its steps and its files sealed anew, still closed to
 * whom it was closed. Terms run on from the day it came. Its sender follows it on the successor's page by the same code.
 * The line in the old register stays, as passed on. A hand-over that was cut short goes on when it is done again.
 * @returns the petition's number in the successor's register
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed; NOT_FOUND petition.notFound, petition.noSuccessor;
 * INVALID petition.notEnded; CONFLICT petition.changed, petition.successorNobody
 */
export async function handOverPetition(
  ctx: UnitCtx,
  { petitionId, seen, successor: slug }: HandOverPetition,
  key: InstallationKey,
): Promise<{ number: string; unitName: string }> {
  const { unitId, now } = ctx;
  const successors = await findSuccessors(ctx.db, unitId, now);
  const chosen = successors.find((one) => one.slug === slug);
  const successor = chosen && (await findUnitBySlug(ctx.db, chosen.slug, now));
  return inRegister(ctx, petitionId, async (sql, petition) => {
    if (!(await isEnded(sql, unitId, localToday(now)))) throw new AppError("INVALID", "petition.notEnded");
    if (!successor) throw new AppError("NOT_FOUND", "petition.noSuccessor");
    if (petition.lastSeq !== seen || (await isOver(sql, unitId, petitionId))) {
      throw new AppError("CONFLICT", "petition.changed");
    }
    const unsealed = await unseal(sql, unitId, petitionId, key);
    const from = await nameOf(sql, unitId);
    // In a transaction of the other unit, first: what is written there twice is written once.
    const number = await inUnit({ db: ctx.db, unitId: successor.id }, (_tx, there) =>
      takeOver(there, { ctx, unitId: successor.id, key, petition, unsealed, from }),
    );
    const told = `Đơn đã chuyển ${successor.name}, đơn vị kế tục, số ${number}. Xem tiếp ở trang của đơn vị đó bằng mã này.`;
    await endHere(sql, ctx, petition, unsealed.steps, { told, key });
    return { number, unitName: successor.name };
  });
}

async function isOver(sql: TransactionSql, unitId: string, petitionId: string): Promise<boolean> {
  const rows = await sql`
    select 1 from petition where unit_id = ${unitId} and id = ${petitionId}
      and (resolved_at is not null or ended_at is not null)`;
  return rows.length > 0;
}

async function nameOf(sql: TransactionSql, unitId: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`
    select name from unit_name where unit_id = ${unitId} order by valid_from desc limit 1`;
  return row!.name;
}

async function unseal(
  sql: TransactionSql,
  unitId: string,
  petitionId: string,
  key: InstallationKey,
): Promise<Unsealed> {
  const place = { unitId, petitionId };
  const [line] = await sql<Unsealed["line"][]>`
    select way, received_at as "receivedAt", registered_by as "registeredBy", code_hash as "codeHash"
    from petition where unit_id = ${unitId} and id = ${petitionId}`;
  const [paper] = await sql<{ content: string; sender: string | null }[]>`
    select content, sender from petition_paper where unit_id = ${unitId} and petition_id = ${petitionId}`;
  const steps = await sql<(Omit<Step, "note" | "told"> & { note: string | null; told: string | null })[]>`
    select seq, step, at, recorded_at as "recordedAt", actor, kind, was, towards, note, told,
      taken_back_at as "takenBackAt", taken_back_by as "takenBackBy"
    from petition_step where unit_id = ${unitId} and petition_id = ${petitionId} order by seq`;
  const barred = await sql<{ staffId: string }[]>`
    select staff_id as "staffId" from petition_bar where unit_id = ${unitId} and petition_id = ${petitionId}`;
  const labels = await openLabels(sql, key, place);
  const files: PetitionFile[] = [];
  for (const { place: which } of labels) files.push(await unsealFile(sql, key, place, which));
  return {
    line: line!,
    text: openPart(key, place, "content", paper!.content),
    sender: paper!.sender,
    steps: steps.map(({ note, told, ...step }) => ({
      ...step,
      note: openPart(key, place, `note ${step.seq}`, note),
      told: openPart(key, place, `told ${step.seq}`, told),
    })),
    files,
    barred: barred.map(({ staffId }) => staffId),
  };
}

interface Taking {
  ctx: UnitCtx;
  /** The successor. */
  unitId: string;
  key: InstallationKey;
  petition: OpenPetition;
  unsealed: Unsealed;
  /** Name of the unit that is no more. */
  from: string;
}

/** Writes the petition into the successor's register; its number there. */
async function takeOver(sql: TransactionSql, taking: Taking): Promise<string> {
  const { ctx, unitId, key, petition, unsealed, from } = taking;
  const { now, actor } = ctx;
  const { id: petitionId, kind, instance } = petition;
  const { line, steps, barred, files } = unsealed;
  const place = { unitId, petitionId };
  await sql`select pg_advisory_xact_lock(hashtextextended(${`petition ${unitId}`}, 0))`;
  const [known] = await sql<{ year: number; number: number }[]>`
    select year, number from petition where unit_id = ${unitId} and id = ${petitionId}`;
  if (known) return numberOf(known);
  await refuseUnread(sql, unitId, kind, barred, now);
  const terms = await loadTerms(sql, unitId, now);
  const { columns } = foldRow({ kind, instance }, steps, terms, now);
  const old = { unitId: ctx.unitId, petitionId };
  const sender = openSender(key, old, unsealed.sender);
  const sealed = sender && sealSender(key, place, sender);
  const year = Number(localToday(now).slice(0, 4));
  const row = {
    unit_id: unitId,
    id: petitionId,
    year,
    number: await nextNumber(sql, unitId, year),
    instance,
    way: line.way,
    anonymous: sealed === null,
    files: files.length,
    received_at: line.receivedAt,
    registered_by: line.registeredBy,
    code_hash: line.codeHash,
    last_seq: petition.lastSeq,
    ...columns,
  };
  await sql`insert into petition ${sql(row)}`;
  await sql`
    insert into petition_paper (unit_id, petition_id, content, sender)
    values (${unitId}, ${petitionId}, ${sealPart(key, place, "content", unsealed.text)}, ${sealed})`;
  await keepFiles(sql, key, place, files);
  const whence = `Từ sổ của ${from}, số ${numberOf(petition)}.`;
  for (const { seq, step, at, recordedAt, actor: by, kind: to, was, towards, note, told, ...back } of steps) {
    const said = seq === 1 ? [whence, note].filter(Boolean).join(" ") : note;
    await sql`
      insert into petition_step (unit_id, petition_id, seq, step, at, recorded_at, actor, kind, was, towards, note, told,
        taken_back_at, taken_back_by)
      values (${unitId}, ${petitionId}, ${seq}, ${step}, ${at}, ${recordedAt}, ${by}, ${to}, ${was}, ${towards},
        ${sealPart(key, place, `note ${seq}`, said)}, ${sealPart(key, place, `told ${seq}`, told)},
        ${back.takenBackAt}, ${back.takenBackBy})`;
  }
  if (barred.length > 0) {
    await sql`
      insert into petition_bar (unit_id, petition_id, staff_id, barred_by, barred_at)
      select ${unitId}, ${petitionId}, s::uuid, ${actor.staffId}, ${now} from unnest(${barred}::text[]) s`;
  }
  const number = numberOf(row);
  const entry = { unitId, at: now, actor: actor.staffId, action: "petition.take-over", subject: petitionId };
  await appendAudit(sql, { ...entry, details: { number } });
  return number;
}

/** A petition that nobody there may open would lie unread. @throws AppError CONFLICT petition.successorNobody */
async function refuseUnread(
  sql: TransactionSql,
  unitId: string,
  kind: PetitionKind,
  barred: readonly string[],
  now: Date,
): Promise<void> {
  const readers = await loadReaders(sql, unitId, localToday(now));
  const left = readers.some(({ staffId, kinds }) => kinds.includes(kind) && !barred.includes(staffId));
  if (!left) throw new AppError("CONFLICT", "petition.successorNobody");
}

async function nextNumber(sql: TransactionSql, unitId: string, year: number): Promise<number> {
  const [row] = await sql<{ next: number }[]>`
    select coalesce(max(number), 0) + 1 as next from petition where unit_id = ${unitId} and year = ${year}`;
  return row!.next;
}

/** Ends the line of the old register as passed on, which its sender reads there. */
async function endHere(
  sql: TransactionSql,
  ctx: UnitCtx,
  petition: OpenPetition,
  steps: readonly Step[],
  { told, key }: { told: string; key: InstallationKey },
): Promise<void> {
  const { unitId, now, actor } = ctx;
  const seq = petition.lastSeq + 1;
  const place = { unitId, petitionId: petition.id };
  const passed = { seq, step: "passed-on" as const, at: now, kind: null, was: null, towards: "outside" as const };
  await sql`
    insert into petition_step (unit_id, petition_id, seq, step, at, recorded_at, actor, towards, told)
    values (${unitId}, ${petition.id}, ${seq}, 'passed-on', ${now}, ${now}, ${actor.staffId}, 'outside',
      ${sealPart(key, place, `told ${seq}`, told)})`;
  await writeLine(sql, ctx, petition, [...steps, { ...passed, takenBackAt: null }]);
  const entry = { unitId, at: now, actor: actor.staffId, action: "petition.hand-over", subject: petition.id };
  await appendAudit(sql, { ...entry, details: { number: numberOf(petition) } });
}
