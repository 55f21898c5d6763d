import type { InstallationKey } from "@gandan/auth/seal";
import type { SignInPolicy } from "@gandan/auth/sign-in-policy";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { type LocalDate, toInstant } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { AppError } from "@gandan/model/error/app-error";
import { type PetitionState, type PetitionStepName, possibleSteps } from "@gandan/model/petition/fold-petition";
import type {
  PetitionFileOf,
  PetitionId,
  PetitionSender,
  PetitionWay,
  RevealSender,
} from "@gandan/model/petition/petition-inputs";
import type { PetitionKind, TermStep } from "@gandan/model/petition/petition-terms";
import type { TransactionSql } from "postgres";
import { isEnded } from "../adoption/refuse-ended";
import { findSuccessors } from "../unit/find-unit";
import { localToday } from "../unit/local-today";
import { foldRow, loadTerms, type StepRow } from "./fold-register";
import { openLabels, type PetitionFile, type PetitionFileType, unsealFile } from "./petition-files";
import { hasFactor, loadReaders } from "./petition-readers";
import { openPart, openSender } from "./petition-seal";
import { inRegister, numberOf, type OpenPetition } from "./sealed-register";

export interface PetitionPageOfStaff {
  id: string;
  number: string;
  kind: PetitionKind;
  instance: number;
  way: PetitionWay;
  anonymous: boolean;
  /** Files that came with it. */
  files: number;
  registeredBy: string | null;
  state: PetitionState;
  receivedAt: Date;
  extensions: number;
  next: { step: TermStep; dueAt: Date; value: string; legalReference: string } | null;
  late: boolean;
  steps: {
    seq: number;
    step: PetitionStepName;
    at: Date;
    recordedAt: Date;
    /** Null for its sender. */
    by: string | null;
    kind: PetitionKind | null;
    towards: "inside" | "outside" | null;
    hasNote: boolean;
    hasTold: boolean;
    takenBackAt: Date | null;
    takenBackBy: string | null;
  }[];
  today: LocalDate;
  /** The last step, for what is done next. */
  seen: number;
  possible: PetitionStepName[];
  /** The step that a slip may take back; null when there is none. */
  backSeq: number | null;
  /** Of a unit that is no more: those that went on with it, to one of which an open petition is handed. */
  successors: { slug: string; name: string }[];
  /** Who opens it besides. */
  readers: { staffId: string; name: string; self: boolean; barred: boolean }[];
}

type StepOfPage = StepRow & {
  recordedAt: Date;
  by: string | null;
  takenBackBy: string | null;
  hasNote: boolean;
  hasTold: boolean;
};

const selectSteps = (sql: TransactionSql, unitId: string, petitionId: string) =>
  sql<StepOfPage[]>`
    select p.seq, p.step, p.at, p.recorded_at as "recordedAt", p.kind, p.was, p.towards, p.taken_back_at as "takenBackAt",
      s.name as by, b.name as "takenBackBy", p.note is not null as "hasNote", p.told is not null as "hasTold"
    from petition_step p
    left join staff s on s.id::text = p.actor
    left join staff b on b.id::text = p.taken_back_by
    where p.unit_id = ${unitId} and p.petition_id = ${petitionId} order by p.seq`;

/**
 * Where a petition stands and what comes next: still sealed.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed; NOT_FOUND petition.notFound
 */
export async function readPetition(ctx: UnitCtx, { petitionId }: PetitionId): Promise<PetitionPageOfStaff> {
  const { unitId, now } = ctx;
  const all = await findSuccessors(ctx.db, unitId, now);
  return inRegister(ctx, petitionId, async (sql, petition) => {
    const [[line], steps, terms, readers, barred] = await Promise.all([
      sql<{ way: PetitionWay; anonymous: boolean; files: number; registeredBy: string | null }[]>`
        select p.way, p.anonymous, p.files, (select name from staff where id::text = p.registered_by) as "registeredBy"
        from petition p where p.unit_id = ${unitId} and p.id = ${petitionId}`,
      selectSteps(sql, unitId, petitionId),
      loadTerms(sql, unitId, now),
      loadReaders(sql, unitId, localToday(now)),
      sql<{ staffId: string }[]>`
        select staff_id as "staffId" from petition_bar where unit_id = ${unitId} and petition_id = ${petitionId}`,
    ]);
    const { fold } = foldRow(petition, steps, terms, now);
    const ended = await isEnded(sql, unitId, localToday(now));
    const possible = possibleSteps(fold);
    const last = steps.filter(({ takenBackAt }) => takenBackAt === null).at(-1);
    const next = fold.next && { ...fold.next, dueAt: toInstant(fold.next.dueAt) };
    return {
      id: petitionId,
      number: numberOf(petition),
      kind: petition.kind,
      instance: petition.instance,
      ...line!,
      state: fold.state,
      receivedAt: toInstant(fold.receivedAt),
      extensions: fold.extensions,
      next,
      late: next !== null && next.dueAt < now,
      steps: steps.map(({ was: _, ...step }) => step),
      today: localToday(now),
      seen: petition.lastSeq,
      possible: ended ? [] : possible,
      backSeq: !ended && last && last.seq > 1 ? last.seq : null,
      successors: ended && possible.length > 0 ? all.map(({ slug, name }) => ({ slug, name })) : [],
      readers: readers
        .filter(({ kinds }) => kinds.includes(petition.kind))
        .map(({ staffId, name }) => ({
          staffId,
          name,
          self: staffId === ctx.actor.staffId,
          barred: barred.some((bar) => bar.staffId === staffId),
        })),
    };
  });
}

/** Who looks after accounts could take over one that a password alone protects. */
async function refuseWithoutFactor(sql: TransactionSql, ctx: UnitCtx, { secondFactor }: SignInPolicy): Promise<void> {
  if (secondFactor === "required" && !(await hasFactor(sql, ctx.actor.staffId))) {
    throw new AppError("FORBIDDEN", "petition.factorNeeded");
  }
}

/** What was sealed. */
export interface OpenedPetition {
  text: string;
  notes: { seq: number; note: string; told: string }[];
  /** Files by their names; what they hold is opened by itself. */
  files: { place: number; name: string; type: PetitionFileType }[];
  /** Null unless it was asked for, and for somebody who did not say. */
  sender: PetitionSender | null;
}

async function unsealed(
  sql: TransactionSql,
  ctx: UnitCtx,
  { id: petitionId }: OpenPetition,
  key: InstallationKey,
  withSender: boolean,
): Promise<OpenedPetition> {
  const { unitId } = ctx;
  const place = { unitId, petitionId };
  const [paper] = await sql<{ content: string; sender: string | null }[]>`
    select content, ${withSender ? sql`sender` : sql`null as sender`} from petition_paper
    where unit_id = ${unitId} and petition_id = ${petitionId}`;
  const steps = await sql<{ seq: number; note: string | null; told: string | null }[]>`
    select seq, note, told from petition_step
    where unit_id = ${unitId} and petition_id = ${petitionId} and (note is not null or told is not null) order by seq`;
  return {
    text: openPart(key, place, "content", paper!.content),
    notes: steps.map(({ seq, note, told }) => ({
      seq,
      note: openPart(key, place, `note ${seq}`, note),
      told: openPart(key, place, `told ${seq}`, told),
    })),
    files: await openLabels(sql, key, place),
    sender: openSender(key, place, paper!.sender),
  };
}

/**
 * Opens what a petition says and what readers noted, without who sent it. Written into the log of readings.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed, petition.factorNeeded; NOT_FOUND petition.notFound
 */
export function openPetition(ctx: UnitCtx, { petitionId }: PetitionId, policy: SignInPolicy): Promise<OpenedPetition> {
  return inRegister(ctx, petitionId, async (sql, petition) => {
    await refuseWithoutFactor(sql, ctx, policy);
    const opened = await unsealed(sql, ctx, petition, policy.key, false);
    await note(sql, ctx, petition, "petition.open", {});
    return opened;
  });
}

/**
 * Opens also who sent it, for a reason of the list. Written into the log of readings by itself.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed, petition.factorNeeded; NOT_FOUND petition.notFound
 */
export function revealSender(
  ctx: UnitCtx,
  { petitionId, reason }: RevealSender,
  policy: SignInPolicy,
): Promise<OpenedPetition> {
  return inRegister(ctx, petitionId, async (sql, petition) => {
    await refuseWithoutFactor(sql, ctx, policy);
    const opened = await unsealed(sql, ctx, petition, policy.key, true);
    await note(sql, ctx, petition, "petition.reveal-sender", { reason });
    return opened;
  });
}

/**
 * Opens one file that came with it. Each time is written into the log of readings by itself.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed, petition.factorNeeded; NOT_FOUND petition.notFound,
 * petition.noFile
 */
export function openFile(
  ctx: UnitCtx,
  { petitionId, place }: PetitionFileOf,
  policy: SignInPolicy,
): Promise<PetitionFile & { number: string }> {
  return inRegister(ctx, petitionId, async (sql, petition) => {
    await refuseWithoutFactor(sql, ctx, policy);
    const file = await unsealFile(sql, policy.key, { unitId: ctx.unitId, petitionId }, place);
    await note(sql, ctx, petition, "petition.open-file", { place });
    return { ...file, number: numberOf(petition) };
  });
}

function note(
  sql: TransactionSql,
  { unitId, now, actor }: UnitCtx,
  petition: OpenPetition,
  action: string,
  details: Record<string, unknown>,
): Promise<void> {
  const entry = { unitId, at: now, actor: actor.staffId, action, subject: petition.id };
  return appendAudit(sql, { ...entry, details: { number: numberOf(petition), ...details } });
}
