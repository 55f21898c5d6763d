import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { PetitionState } from "@gandan/model/petition/fold-petition";
import type { ListPetitions, PetitionWay } from "@gandan/model/petition/petition-inputs";
import type { PetitionKind, TermStep } from "@gandan/model/petition/petition-terms";
import type { Fragment, TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { isOpenTo, kindsNamedFor } from "./sealed-register";

/** A line of the register: nothing that a petition says, and not who sent it. */
export interface PetitionLine {
  id: string;
  year: number;
  number: number;
  kind: PetitionKind;
  way: PetitionWay;
  state: PetitionState;
  receivedAt: Date;
  nextStep: TermStep | null;
  dueAt: Date | null;
  late: boolean;
}

/** The condition on `petition p` of what the address asks for, of those open to the person. */
function matchingOf(
  sql: TransactionSql,
  ctx: UnitCtx,
  kinds: readonly PetitionKind[],
  { show, kind, q }: ListPetitions,
): Fragment {
  const [, number, year] = /^(\d{1,6})(?:\/(\d{4}))?$/.exec(q) ?? [];
  return sql`from petition p where ${isOpenTo(sql, ctx, kinds)} and ${shown(sql, show, ctx.now)}
    ${kind ? sql`and p.kind = ${kind}` : sql``}
    ${q ? sql`and p.number = ${Number(number ?? 0)}` : sql``} ${year ? sql`and p.year = ${Number(year)}` : sql``}`;
}

export interface PetitionList {
  /** Kinds for which the person is named; empty: the person sees no line. */
  kinds: PetitionKind[];
  mayName: boolean;
  today: LocalDate;
  petitions: PetitionLine[];
  total: number;
  counts: { open: number; due: number };
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 50;

/** The condition on `petition p` of what the address shows; "due" has a last day within the week, or behind it. */
function shown(sql: TransactionSql, show: ListPetitions["show"], now: Date): Fragment {
  const soon = new Date(now.getTime() + 7 * 86_400_000);
  switch (show) {
    case "open":
      return sql`p.resolved_at is null and p.ended_at is null`;
    case "due":
      return sql`p.due_at <= ${soon}`;
    case "closed":
      return sql`(p.resolved_at is not null or p.ended_at is not null)`;
    default:
      return sql`true`;
  }
}

/**
 * Lines of the sealed register that are open to the person, what is due first, 50 a page. Whoever is not named sees none.
 * @throws AppError FORBIDDEN
 */
export async function listPetitions(ctx: UnitCtx, input: ListPetitions): Promise<PetitionList> {
  authorize(ctx, "petition:open");
  const { now } = ctx;
  const { show, page } = input;
  return inUnit(ctx, async (_tx, sql) => {
    const kinds = await kindsNamedFor(sql, ctx);
    const open = isOpenTo(sql, ctx, kinds);
    const matching = matchingOf(sql, ctx, kinds, input);
    const byDue = show === "open" || show === "due";
    const [petitions, [count], [counts]] = await Promise.all([
      sql<PetitionLine[]>`
        select p.id, p.year, p.number, p.kind, p.way, p.state, p.received_at as "receivedAt",
          p.next_step as "nextStep", p.due_at as "dueAt", coalesce(p.due_at < ${now}, false) as late
        ${matching} order by ${byDue ? sql`p.due_at nulls last,` : sql``} p.received_at desc, p.id
        limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ total: number }[]>`select count(*)::int as total ${matching}`,
      sql<{ open: number; due: number }[]>`
        select count(*) filter (where ${shown(sql, "open", now)})::int as open,
          count(*) filter (where ${shown(sql, "due", now)})::int as due
        from petition p where ${open} and (${shown(sql, "open", now)} or p.due_at is not null)`,
    ]);
    return {
      kinds,
      mayName: mayDo(ctx, "petition:name"),
      today: localToday(now),
      petitions: [...petitions],
      total: count?.total ?? 0,
      counts: counts ?? { open: 0, due: 0 },
      page,
      pageSize: PAGE_SIZE,
    };
  });
}

/** A line of the register on paper: what the law asks to be kept of it, and nothing of what it says or of its sender. */
export interface RegisteredPetition {
  year: number;
  number: number;
  kind: PetitionKind;
  instance: number;
  way: PetitionWay;
  state: PetitionState;
  receivedAt: Date;
  passedOnAt: Date | null;
  acceptedAt: Date | null;
  extensions: number;
  nextStep: TermStep | null;
  dueAt: Date | null;
  late: boolean;
  resolvedAt: Date | null;
  endedAt: Date | null;
}

const MOST_EXPORTED = 20_000;

/**
 * The register as far as it is open to the person and the filters ask for, by number, to be printed or kept. That it was
 * taken out stands in the log of readings.
 * @throws AppError FORBIDDEN session.forbidden, petition.notNamed
 */
export async function exportPetitions(ctx: UnitCtx, input: ListPetitions): Promise<RegisteredPetition[]> {
  authorize(ctx, "petition:open");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const kinds = await kindsNamedFor(sql, ctx);
    if (kinds.length === 0) throw new AppError("FORBIDDEN", "petition.notNamed");
    const petitions = await sql<RegisteredPetition[]>`
      select p.year, p.number, p.kind, p.instance, p.way, p.state, p.received_at as "receivedAt",
        p.passed_on_at as "passedOnAt", p.accepted_at as "acceptedAt", p.extensions, p.next_step as "nextStep",
        p.due_at as "dueAt", coalesce(p.due_at < ${now}, false) as late, p.resolved_at as "resolvedAt",
        p.ended_at as "endedAt"
      ${matchingOf(sql, ctx, kinds, input)} order by p.year, p.number limit ${MOST_EXPORTED}`;
    const { show, kind, q } = input;
    const details = { show, ...(kind ? { kind } : {}), ...(q ? { q } : {}), rows: petitions.length };
    await appendAudit(sql, { unitId, at: now, actor: actor.staffId, action: "petition.export", details });
    return [...petitions];
  });
}
