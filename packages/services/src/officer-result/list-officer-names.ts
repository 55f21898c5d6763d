import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { foldText } from "@gandan/model/import/fold-text";
import type { ListOfficerNames } from "@gandan/model/officer-result/officer-inputs";
import { shiftDay } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";
import { type Colleague, loadColleagues } from "../notice/unit-colleagues";
import { localToday } from "../unit/local-today";
import { type GivenNames, loadGivenNames, nameKey, staffOfName } from "./named-officer";

/** Names on older dossiers are looked for by nobody. */
const NAMED_DAYS = 730;
const PAGE_SIZE = 50;

/** A name of an officer as dossiers write it, and whom it means. */
export interface OfficerNameLine {
  written: string;
  /** Dossiers of the last two years that bear it. */
  dossiers: number;
  /** Null where it leads to no account of somebody who works here. */
  staffId: string | null;
  /** The person's name; of one who has left the last one known. */
  person: string | null;
  /** Said by hand, by whom and when; null where the name alone tells, or nobody does. */
  given: { by: string | null; at: Date } | null;
  /** People who bear the name: none, one, or several that it cannot tell apart. */
  bearers: number;
  /** Results under this name that do not reach the person it means now. */
  apart: boolean;
}

export interface OfficerNamePage {
  names: OfficerNameLine[];
  total: number;
  /** Of all names, those that lead to nobody, and those given by hand. */
  counts: { unknown: number; given: number; all: number };
  /** To whom a name can be given, by name. */
  people: { staffId: string; name: string; signInName: string }[];
  page: number;
  pageSize: number;
}

/** Who works in the unit and may see the own result. */
export async function loadOfficers(sql: TransactionSql, unitId: string, today: LocalDate): Promise<Colleague[]> {
  const colleagues = await loadColleagues(sql, unitId, today);
  const rolesOf = ({ roles }: Colleague) => ({ unitId, actor: { roles: roles.map((role) => ({ unitId, role })) } });
  return colleagues.filter((one) => mayDo(rolesOf(one), "officer-result:own"));
}

interface WrittenRow {
  written: string;
  dossiers: number;
  /** To whom the results under this name are shown; null for nobody. */
  shownTo: (string | null)[];
}

/** Every name that dossiers of the last two years, results or a decision by hand bear, once each. */
export async function readWrittenNames(
  sql: TransactionSql,
  unitId: string,
  today: LocalDate,
): Promise<Map<string, WrittenRow>> {
  const rows = await sql<WrittenRow[]>`
    select btrim(officer) as written, count(*)::int as dossiers, '{}'::uuid[] as "shownTo" from dossier
    where unit_id = ${unitId} and received_on > ${shiftDay(today, -NAMED_DAYS)} and btrim(officer) <> '' group by 1
    union all
    select btrim(officer), 0, array_agg(distinct staff_id) from officer_result where unit_id = ${unitId} group by 1
    union all
    select written, 0, '{}' from officer_name where unit_id = ${unitId}`;
  const names = new Map<string, WrittenRow>();
  for (const { written, dossiers, shownTo } of rows) {
    const before = names.get(nameKey(written));
    names.set(nameKey(written), {
      written: before?.written ?? written,
      dossiers: (before?.dossiers ?? 0) + dossiers,
      shownTo: [...(before?.shownTo ?? []), ...shownTo],
    });
  }
  return names;
}

async function givenBy(sql: TransactionSql, unitId: string) {
  const rows = await sql<{ key: string; person: string; by: string | null; at: Date }[]>`
    select o.key, p.name as person, s.name as by, o.linked_at as at
    from officer_name o join staff p on p.id = o.staff_id left join staff s on s.id::text = o.linked_by
    where o.unit_id = ${unitId}`;
  return new Map(rows.map(({ key, ...said }) => [key, said]));
}

/**
 * The names of officers as dossiers write them and whom each means, those that lead to nobody first; no figure of any
 * result. Sought without accents, 50 a page.
 * @throws AppError FORBIDDEN
 */
export async function listOfficerNames(ctx: UnitCtx, { show, q, page }: ListOfficerNames): Promise<OfficerNamePage> {
  authorize(ctx, "staff:manage");
  const { unitId, now } = ctx;
  const today = localToday(now);
  return inUnit(ctx, async (_tx, sql) => {
    const [written, given, said, people] = await Promise.all([
      readWrittenNames(sql, unitId, today),
      loadGivenNames(sql, unitId),
      givenBy(sql, unitId),
      loadOfficers(sql, unitId, today),
    ]);
    const signInNames = new Map(
      (
        await sql<{ id: string; signInName: string }[]>`
          select id, sign_in_name as "signInName" from staff where id = any(${people.map((one) => one.staffId)}::uuid[])`
      ).map(({ id, signInName }) => [id, signInName]),
    );
    const lines = [...written].map(([key, row]) => lineOf(key, row, people, given, said.get(key)));
    const isUnknown = ({ staffId, apart }: OfficerNameLine) => staffId === null || apart;
    const wanted = foldText(q);
    const found = lines
      .filter((line) => show === "all" || (show === "given" ? line.given !== null : isUnknown(line)))
      .filter(({ written: name, person }) => [name, person ?? ""].some((text) => foldText(text).includes(wanted)));
    const order = new Intl.Collator("vi");
    found.sort(
      (a, b) =>
        Number(isUnknown(b)) - Number(isUnknown(a)) || b.dossiers - a.dossiers || order.compare(a.written, b.written),
    );
    const at = Math.min(page, Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
    return {
      names: found.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE),
      total: found.length,
      counts: {
        unknown: lines.filter(isUnknown).length,
        given: lines.filter((line) => line.given !== null).length,
        all: lines.length,
      },
      people: people
        .map(({ staffId, name }) => ({ staffId, name, signInName: signInNames.get(staffId) ?? "" }))
        .sort((a, b) => order.compare(a.name, b.name) || order.compare(a.signInName, b.signInName)),
      page: at,
      pageSize: PAGE_SIZE,
    };
  });
}

function lineOf(
  key: string,
  { written, dossiers, shownTo }: WrittenRow,
  people: readonly Colleague[],
  given: GivenNames,
  said: { person: string; by: string | null; at: Date } | undefined,
): OfficerNameLine {
  const staffId = staffOfName(written, people, given);
  return {
    written,
    dossiers,
    staffId,
    person: said?.person ?? people.find((one) => one.staffId === staffId)?.name ?? null,
    given: said ? { by: said.by, at: said.at } : null,
    bearers: people.filter(({ name }) => nameKey(name) === key).length,
    apart: shownTo.some((id) => id !== staffId),
  };
}
