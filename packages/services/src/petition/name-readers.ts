import { authorize, mayDo, rolesThatMay } from "@gandan/auth/roles";
import type { SignInPolicy } from "@gandan/auth/sign-in-policy";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { EndReader, NameReader } from "@gandan/model/petition/petition-inputs";
import { PETITION_KINDS, type PetitionKind } from "@gandan/model/petition/petition-terms";
import type { Fragment, TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { hasFactor, loadReaders, type PetitionReader } from "./petition-readers";

export interface ReaderList {
  /** Who opens petitions now. */
  readers: PetitionReader[];
  /** Who could before, the latest first. */
  past: {
    readerId: string;
    name: string;
    kinds: PetitionKind[];
    namedAt: Date;
    endedAt: Date;
    endedBy: string | null;
  }[];
  /** Kinds that nobody opens, with how many petitions of them wait. */
  nobody: { kind: PetitionKind; waiting: number }[];
  /** Who may be named; empty for those who may not name. */
  people: { staffId: string; name: string; title: string | null }[];
  mayName: boolean;
}

const MOST_PAST = 100;

/**
 * Who is named to open petitions, and who was. Everybody who may be named sees it: that nobody was named in secret.
 * @throws AppError FORBIDDEN
 */
export async function listReaders(ctx: UnitCtx): Promise<ReaderList> {
  authorize(ctx, "petition:open");
  const { unitId, now } = ctx;
  const today = localToday(now);
  const mayName = mayDo(ctx, "petition:name");
  return inUnit(ctx, async (_tx, sql) => {
    const [readers, past, waiting, people] = await Promise.all([
      loadReaders(sql, unitId, today),
      sql<ReaderList["past"]>`
        select r.id as "readerId", s.name, r.kinds, r.named_at as "namedAt", r.ended_at as "endedAt",
          (select name from staff e where e.id::text = r.ended_by) as "endedBy"
        from petition_reader r join staff s on s.id = r.staff_id
        where r.unit_id = ${unitId} and r.ended_at is not null order by r.ended_at desc limit ${MOST_PAST}`,
      sql<{ kind: PetitionKind; n: number }[]>`
        select kind, count(*)::int as n from petition
        where unit_id = ${unitId} and resolved_at is null and ended_at is null group by kind`,
      mayName ? peopleToName(sql, unitId, today) : [],
    ]);
    const nobody = PETITION_KINDS.filter((kind) => !readers.some(({ kinds }) => kinds.includes(kind)));
    return {
      readers,
      past: [...past],
      nobody: nobody.map((kind) => ({ kind, waiting: waiting.find((each) => each.kind === kind)?.n ?? 0 })),
      people: [...people],
      mayName,
    };
  });
}

function peopleToName(sql: TransactionSql, unitId: string, today: string) {
  return sql<ReaderList["people"]>`
    select s.id as "staffId", s.name, min(p.title) as title
    from staff_role r
    join staff s on s.id = r.staff_id and s.disabled_at is null
    left join staff_post p on p.staff_id = s.id and p.unit_id = r.unit_id
    where r.unit_id = ${unitId} and r.role = any(${rolesThatMay("petition:open")}::text[])
      and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to > ${today}::date)
    group by s.id, s.name order by s.name`;
}

/** One at a time: naming, ending and barring look at who is left. */
export const lockReaders = (sql: TransactionSql, unitId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`petition readers ${unitId}`}, 0))`;

/** Takes back what a person was reminded of and may not open any more. */
export async function withdrawNotices(
  sql: TransactionSql,
  { unitId, now }: UnitCtx,
  staffId: string,
  which: Fragment,
): Promise<void> {
  await sql`
    update notice set withdrawn_at = ${now}
    where unit_id = ${unitId} and area = 'petition' and staff_id = ${staffId} and withdrawn_at is null ${which}`;
}

/**
 * Names a person of the unit to open petitions of some kinds, from now on; who is named already gets these kinds instead.
 * In a unit that is no more, too: somebody has to hand its open petitions on.
 * Where the installation requires second factors the person has one: nobody who gives out passwords can open a petition.
 * @throws AppError FORBIDDEN; NOT_FOUND petition.noPerson; CONFLICT petition.personNoFactor
 */
export async function nameReader(
  ctx: UnitCtx,
  { staffId, kinds, reference }: NameReader,
  secondFactor: SignInPolicy["secondFactor"],
): Promise<{ readerId: string }> {
  authorize(ctx, "petition:name");
  const { unitId, now } = ctx;
  const today = localToday(now);
  const actor = ctx.actor.staffId;
  return inUnit(ctx, async (_tx, sql) => {
    await lockReaders(sql, unitId);
    const people = await peopleToName(sql, unitId, today);
    if (!people.some((person) => person.staffId === staffId)) throw new AppError("NOT_FOUND", "petition.noPerson");
    if (secondFactor === "required" && !(await hasFactor(sql, staffId))) {
      throw new AppError("CONFLICT", "petition.personNoFactor");
    }
    await sql`
      update petition_reader set ended_by = ${actor}, ended_at = ${now}
      where unit_id = ${unitId} and staff_id = ${staffId} and ended_at is null`;
    const chosen = PETITION_KINDS.filter((kind) => kinds.includes(kind));
    const [row] = await sql<{ id: string }[]>`
      insert into petition_reader (unit_id, staff_id, kinds, reference, named_by, named_at)
      values (${unitId}, ${staffId}, ${chosen}, ${reference}, ${actor}, ${now}) returning id`;
    const readerId = row!.id;
    await withdrawNotices(
      sql,
      ctx,
      staffId,
      sql`and subject_id in (
        select id from petition where unit_id = ${unitId} and kind <> all(${chosen}::text[]))`,
    );
    const details = { staffId, kinds: chosen, reference };
    await appendAudit(sql, { unitId, at: now, actor, action: "petition.name-reader", subject: readerId, details });
    return { readerId };
  });
}

/**
 * Ends at once what a person may open.
 * @throws AppError FORBIDDEN; NOT_FOUND petition.noReader
 */
export async function endReader(ctx: UnitCtx, { readerId }: EndReader): Promise<void> {
  authorize(ctx, "petition:name");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  await inUnit(ctx, async (_tx, sql) => {
    await lockReaders(sql, unitId);
    const [row] = await sql<{ staffId: string }[]>`
      update petition_reader set ended_by = ${actor}, ended_at = ${now}
      where unit_id = ${unitId} and id = ${readerId} and ended_at is null returning staff_id as "staffId"`;
    if (!row) throw new AppError("NOT_FOUND", "petition.noReader");
    await withdrawNotices(sql, ctx, row.staffId, sql``);
    await appendAudit(sql, { unitId, at: now, actor, action: "petition.end-reader", subject: readerId, details: row });
  });
}
