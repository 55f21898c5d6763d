import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { dateOfDay, localDateOf, MINUTES_A_DAY, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import { type DraftLetter, draftLetter as draftInput } from "@gandan/model/letter/letter-inputs";
import type { UnitKind } from "@gandan/model/letter/letter-kinds";
import { mostReappointments } from "@gandan/model/rules/dossier-max-reappointments";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { lockRecording } from "../dossier/lock-recording";
import { loadJudge } from "../outcome/load-judge";
import { searchText } from "./first-content";
import { loadCauses } from "./keep-causes";
import type { LetterState } from "./letter-row";
import { kindNamed, loadKinds, loadTexts } from "./unit-kinds";

interface Dossier {
  externalCode: string;
  receivedOn: string;
  ownVersionId: string | null;
  open: boolean;
  promisedAt: Date | null;
  reappointments: number;
}

interface Old {
  id: string;
  kind: string;
  dossierId: string | null;
  state: LetterState;
  revision: number;
  templateVersion: number;
  dueAt: Date | null;
  causeId: string | null;
}

async function findOld(sql: TransactionSql, unitId: string, input: Asked): Promise<Old | undefined> {
  const which = input.letterId
    ? sql`id = ${input.letterId}`
    : sql`dossier_id = ${input.dossierId} and kind = ${input.kind} and state <> 'withdrawn'`;
  const [old] = await sql<Old[]>`
    select id, kind, dossier_id as "dossierId", state, revision, template_version as "templateVersion",
      due_at as "dueAt", content ->> 'causeId' as "causeId"
    from letter where unit_id = ${unitId} and ${which} for update`;
  return old;
}

type Asked = ReturnType<typeof draftInput.parse>;

async function lockDossier(sql: TransactionSql, unitId: string, dossierId: string): Promise<Dossier> {
  const [dossier] = await sql<Dossier[]>`
    select external_code as "externalCode", received_on as "receivedOn", own_version_id as "ownVersionId",
      finished_at is null and ended_at is null and due_at is not null as open, promised_at as "promisedAt", reappointments
    from dossier where unit_id = ${unitId} and id = ${dossierId} for update`;
  if (!dossier) throw new AppError("NOT_FOUND", "dossier.notFound");
  return dossier;
}

/**
 * The new appointment lies after now and after the old one, in working time, and it is not one re-appointment more than
 * the models allow (usually one); a leader may decide otherwise.
 */
async function refuseNewDue(sql: TransactionSql, ctx: UnitCtx, dossier: Dossier, said: string): Promise<void> {
  const { unitId, now } = ctx;
  const newDue = new Date(said);
  if (newDue <= now || (dossier.promisedAt && newDue <= dossier.promisedAt)) {
    throw new AppError("INVALID", "letter.newDuePast");
  }
  const judge = await loadJudge(sql, unitId, now);
  const minute = toLocalMinute(newDue);
  const day = Math.floor(minute / MINUTES_A_DAY);
  const written = (date: string) => date.split("-").reverse().join("/");
  if (dateOfDay(day + 31) > judge.calendar.range.to) throw new AppError("INVALID", "letter.newDueFar");
  if (!judge.calendar.isWorkingDay(day)) {
    const next = written(dateOfDay(judge.calendar.nextWorkingDay(day)));
    throw new AppError("INVALID", "letter.newDueRest", { date: written(dateOfDay(day)), next });
  }
  if (minute < judge.calendar.startOfWork(day) || minute > judge.calendar.endOfWork(day)) {
    const clock = (at: number) =>
      [Math.floor(at / 60) % 24, at % 60].map((part) => String(part).padStart(2, "0")).join(":");
    const [from, to] = [judge.calendar.startOfWork(day), judge.calendar.endOfWork(day)].map(clock);
    throw new AppError("INVALID", "letter.newDueHours", { from: from!, to: to! });
  }
  const models = judge.spansFor(dossier.receivedOn, dossier.ownVersionId).map(({ source }) => source);
  const most = mostReappointments(models);
  if (dossier.reappointments >= most && !mayDo(ctx, "dossier:overrule")) {
    throw new AppError("FORBIDDEN", "letter.newDueAgain", { most });
  }
}

/** With the words that the chosen entry of the list has now. */
async function withCause(sql: TransactionSql, unitId: string, content: LetterContent, old: Old | undefined) {
  const { causeId, causeTitle: _, ...rest } = content;
  if (!causeId) return rest;
  const cause = (await loadCauses(sql, unitId)).find((each) => each.cause === causeId);
  if (!cause || (cause.ended && old?.causeId !== causeId)) throw new AppError("INVALID", "letter.causeUnknown");
  return { ...rest, causeId, causeTitle: cause.title };
}

function refuseKind(kind: UnitKind, dossier: Dossier | null, old: Old | undefined): void {
  if (kind.ended && !old) throw new AppError("INVALID", "letter.kindEnded");
  if (kind.occasion !== "late") return;
  if (!dossier) throw new AppError("INVALID", "letter.needsDossier");
  if (!dossier.open) throw new AppError("INVALID", "letter.dossierOver");
}

/**
 * Begins a letter, or changes its draft as it was seen (`revision`, 0 for none); a returned draft goes back to be signed.
 * One live letter of a kind a dossier. It keeps the version of the text by which it was begun, until somebody asks for
 * the one in force. One transaction with its audit.
 * @throws AppError FORBIDDEN, FORBIDDEN letter.newDueAgain; NOT_FOUND dossier.notFound, letter.kindUnknown; INVALID
 * unit.ended, letter.dossierOver, letter.needsDossier, letter.kindEnded, letter.causeUnknown, letter.newDuePast,
 * letter.newDueRest, letter.newDueHours, letter.newDueFar; CONFLICT letter.changed, letter.signed
 */
export async function draftLetter(ctx: UnitCtx, given: DraftLetter): Promise<{ letterId: string; revision: number }> {
  authorize(ctx, "letter:draft");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  const input = draftInput.parse(given);
  const { revision } = input;
  return inUnit(ctx, async (_tx, sql) => {
    await lockRecording(sql, unitId);
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    const old = input.letterId || input.dossierId ? await findOld(sql, unitId, input) : undefined;
    const kind = kindNamed(await loadKinds(sql, unitId), old?.kind ?? input.kind);
    const dossierId = old ? old.dossierId : input.dossierId;
    const dossier = dossierId === null ? null : await lockDossier(sql, unitId, dossierId);
    if (!old && dossier === null && !input.letterId) throw new AppError("INVALID", "letter.needsDossier");
    refuseKind(kind, dossier, old);
    if (old?.state === "signed" || old?.state === "delivered") throw new AppError("CONFLICT", "letter.signed");
    if (old?.state === "withdrawn" || (old?.revision ?? 0) !== revision) {
      throw new AppError("CONFLICT", "letter.changed");
    }
    if (dossier && input.content.newDueAt) await refuseNewDue(sql, ctx, dossier, input.content.newDueAt);
    const content = await withCause(sql, unitId, input.content, old);
    const version = (await loadTexts(sql, unitId, [kind.kind])).latest(kind.kind);
    const dueAt = kind.occasion === "late" ? (dossier?.promisedAt ?? null) : (old?.dueAt ?? null);
    const text = JSON.stringify(content);
    const search = searchText(content, dossier?.externalCode ?? null);
    const [row] = old
      ? await sql<{ id: string }[]>`
          update letter set content = ${text}::text::jsonb, state = 'drafted', remark = null, checked_by = null,
            checked_at = null, revision = ${revision + 1}, drafted_by = ${actor}, drafted_at = ${now},
            due_at = ${dueAt}, search = ${search}, template_version = ${input.newest ? version : old.templateVersion}
          where unit_id = ${unitId} and id = ${old.id} returning id`
      : await sql<{ id: string }[]>`
          insert into letter (unit_id, id, dossier_id, kind, state, content, revision, due_at, search, template_version,
            drafted_by, drafted_at)
          values (${unitId}, coalesce(${input.letterId ?? null}::uuid, uuidv7()), ${dossierId}, ${kind.kind}, 'drafted',
            ${text}::text::jsonb, 1, ${dueAt}, ${search}, ${version}, ${actor}, ${now})
          returning id`;
    const letterId = row!.id;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor,
      action: old ? "letter.change" : "letter.draft",
      subject: letterId,
      details: { kind: kind.kind, ...(dossierId ? { dossierId } : {}) },
    });
    return { letterId, revision: revision + 1 };
  });
}
