import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { Period } from "@gandan/model/oversight/period";
import { nextDue, publicationPeriod, yearBefore } from "@gandan/model/publication/publication-dates";
import type {
  ChangePublication,
  CorrectPublication,
  DraftPublication,
  PublicationId,
  SeenPublication,
} from "@gandan/model/publication/publication-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { countResults } from "./count-results";
import { wantedOn } from "./wanted-here";

/** One at a time in a unit, so that two cannot draft the same. */
export async function lockPublications(sql: TransactionSql, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publication ${unitId}`}, 0))`;
}

interface NewDraft {
  slug: string;
  title: string;
  dueOn: LocalDate | null;
  period: Period;
  corrects?: string;
  correction?: string;
  remark?: string;
}

async function insertDraft(sql: TransactionSql, ctx: UnitCtx, draft: NewDraft): Promise<string> {
  const { unitId, now } = ctx;
  const { slug, title, dueOn, period, corrects = null, correction = null, remark = "" } = draft;
  const snapshot = await countResults(sql, unitId, period, localToday(now));
  const [row] = await sql<{ id: string }[]>`
    insert into publication
      (unit_id, slug, title, due_on, period_from, period_to, state, snapshot, remark, corrects, correction, drafted_by, drafted_at)
    values (${unitId}, ${slug}, ${title}, ${dueOn}, ${period.from}, ${period.to}, 'draft',
      ${sql.json(snapshot as never)}, ${remark}, ${corrects}, ${correction}, ${ctx.actor.staffId}, ${now})
    returning id`;
  return row!.id;
}

/**
 * Draws up what the model wants published from the results: of the months since the last one, or of the year before.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.unknown; CONFLICT publication.draftThere; INVALID
 * publication.nothingOver, unit.ended
 */
export async function draftPublication(ctx: UnitCtx, input: DraftPublication): Promise<{ publicationId: string }> {
  authorize(ctx, "publication:edit");
  const { unitId, now } = ctx;
  const { slug, span } = input;
  const today = localToday(now);
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, today);
    await lockPublications(sql, unitId);
    const judge = await loadJudge(sql, unitId, now);
    const wanted = wantedOn(judge, today).find((one) => one.slug === slug);
    if (!wanted) throw new AppError("NOT_FOUND", "publication.unknown");
    const [last] = await sql<{ draft: boolean; to: LocalDate | null }[]>`
      select bool_or(state = 'draft' and corrects is null) as draft,
        max(period_to) filter (where state = 'published') as "to"
      from publication where unit_id = ${unitId} and slug = ${slug}`;
    if (last?.draft) throw new AppError("CONFLICT", "publication.draftThere");
    const period = span === "year" ? yearBefore(today) : publicationPeriod(today, last?.to ?? null);
    if (!period) throw new AppError("INVALID", "publication.nothingOver");
    const dueOn = nextDue(wanted, today);
    const publicationId = await insertDraft(sql, ctx, { slug, title: wanted.title, dueOn, period });
    await note(sql, ctx, "publication.draft", publicationId, { slug, ...period });
    return { publicationId };
  });
}

/**
 * Begins a correction of what was published, with what was wrong; the figures are counted anew. The published one stays,
 * and once the correction is signed it says so.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.notFound; CONFLICT publication.corrected, publication.draftThere;
 * INVALID publication.notPublished, unit.ended
 */
export async function correctPublication(
  ctx: UnitCtx,
  { publicationId, correction }: CorrectPublication,
): Promise<{ publicationId: string }> {
  authorize(ctx, "publication:edit");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(ctx.now));
    await lockPublications(sql, unitId);
    const [row] = await sql<
      {
        slug: string;
        title: string;
        from: LocalDate;
        to: LocalDate;
        state: string;
        dueOn: LocalDate | null;
        remark: string;
        by: string | null;
      }[]
    >`
      select p.slug, p.title, p.period_from as "from", p.period_to as "to", p.state, p.due_on as "dueOn", p.remark,
        (select c.state from publication c
          where c.unit_id = p.unit_id and c.corrects = p.id and c.state <> 'dropped' limit 1) as by
      from publication p where p.unit_id = ${unitId} and p.id = ${publicationId}`;
    if (!row) throw new AppError("NOT_FOUND", "publication.notFound");
    if (row.state !== "published") throw new AppError("INVALID", "publication.notPublished");
    if (row.by === "published") throw new AppError("CONFLICT", "publication.corrected");
    if (row.by) throw new AppError("CONFLICT", "publication.draftThere");
    const { slug, title, dueOn, from, to, remark } = row;
    const draft = { slug, title, dueOn, period: { from, to }, corrects: publicationId, correction, remark };
    const id = await insertDraft(sql, ctx, draft);
    await note(sql, ctx, "publication.correct", id, { corrects: publicationId, correction });
    return { publicationId: id };
  });
}

export interface DraftRow {
  slug: string;
  title: string;
  revision: number;
  from: LocalDate;
  to: LocalDate;
  remark: string;
}

/** Locks a draft as it was seen. @throws AppError NOT_FOUND publication.notFound; CONFLICT publication.notDraft, publication.changed */
export async function lockDraft(
  sql: TransactionSql,
  unitId: string,
  { publicationId, revision }: SeenPublication,
): Promise<DraftRow> {
  const [row] = await sql<(DraftRow & { state: string })[]>`
    select slug, title, revision, state, period_from as "from", period_to as "to", remark from publication
    where unit_id = ${unitId} and id = ${publicationId} for update`;
  if (!row) throw new AppError("NOT_FOUND", "publication.notFound");
  if (row.state !== "draft") throw new AppError("CONFLICT", "publication.notDraft");
  if (row.revision !== revision) throw new AppError("CONFLICT", "publication.changed");
  return row;
}

/**
 * Writes what the unit says of the figures.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.notFound; CONFLICT publication.notDraft, publication.changed
 */
export async function changePublication(ctx: UnitCtx, { remark, ...seen }: ChangePublication): Promise<void> {
  authorize(ctx, "publication:edit");
  await inUnit(ctx, async (_tx, sql) => {
    await lockDraft(sql, ctx.unitId, seen);
    await sql`
      update publication set remark = ${remark}, revision = revision + 1
      where unit_id = ${ctx.unitId} and id = ${seen.publicationId}`;
    await note(sql, ctx, "publication.change", seen.publicationId, {});
  });
}

/**
 * Counts the figures of a draft anew.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.notFound; CONFLICT publication.notDraft, publication.changed
 */
export async function recountPublication(ctx: UnitCtx, seen: SeenPublication): Promise<void> {
  authorize(ctx, "publication:edit");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const { from, to } = await lockDraft(sql, unitId, seen);
    const snapshot = await countResults(sql, unitId, { from, to }, localToday(ctx.now));
    await sql`
      update publication set snapshot = ${sql.json(snapshot as never)}, revision = revision + 1
      where unit_id = ${unitId} and id = ${seen.publicationId}`;
    await note(sql, ctx, "publication.change", seen.publicationId, { recounted: true });
  });
}

/**
 * Drops a draft; it can be drawn up again.
 * @throws AppError FORBIDDEN; NOT_FOUND publication.notFound; CONFLICT publication.notDraft
 */
export async function dropPublication(ctx: UnitCtx, { publicationId }: PublicationId): Promise<void> {
  authorize(ctx, "publication:edit");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const [row] = await sql<{ state: string }[]>`
      select state from publication where unit_id = ${unitId} and id = ${publicationId} for update`;
    if (!row) throw new AppError("NOT_FOUND", "publication.notFound");
    if (row.state !== "draft") throw new AppError("CONFLICT", "publication.notDraft");
    await sql`update publication set state = 'dropped' where unit_id = ${unitId} and id = ${publicationId}`;
    await note(sql, ctx, "publication.drop", publicationId, {});
  });
}

/** Writes the audit log. */
export async function note(
  sql: TransactionSql,
  ctx: UnitCtx,
  action: string,
  subject: string,
  details: Record<string, unknown>,
) {
  const { unitId, now } = ctx;
  await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action, subject, details });
}
