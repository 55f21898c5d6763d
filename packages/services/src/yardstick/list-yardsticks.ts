import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { describeModel, type Measure } from "@gandan/model/model-editing/describe-model";
import { shiftDay } from "@gandan/model/oversight/period";
import type { PendingQuery, Row, TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";

export interface AppliedYardstick {
  id: string;
  /** Applied by the unit itself; else by a unit above, whose name is `by`. */
  own: boolean;
  by: string;
  versionId: string;
  version: number;
  title: string;
  sample: boolean;
  rules: Measure[];
  from: LocalDate;
  lastDay: LocalDate | null;
  state: "coming" | "running" | "over";
  basis: string | null;
  recordedAt: Date;
  /** Name of the person; null for what was recorded by nobody of the installation. */
  recordedBy: string | null;
  /** Communes and offices below that it judges: today, or on its first or last day when it does not hold today. */
  units: number;
}

export interface ApplicableVersion {
  versionId: string;
  version: number;
  title: string;
  sample: boolean;
  /** Whose it is; null for the library. */
  owner: string | null;
  effectiveFrom: LocalDate | null;
  rules: Measure[];
}

export interface YardstickPage {
  today: LocalDate;
  /** The first day from which an application can hold. */
  firstDay: LocalDate;
  /** Coming, running, over; within each the latest first. */
  applications: AppliedYardstick[];
  versions: ApplicableVersion[];
  /** Communes and offices below today. */
  unitsBelow: number;
  mayApply: boolean;
}

type AppliedRow = Omit<AppliedYardstick, "own" | "rules" | "lastDay" | "state" | "sample"> & {
  unitId: string;
  to: LocalDate | null;
  source: ModelSource;
};

const unitsOn = (sql: TransactionSql, unitId: string, day: PendingQuery<Row[]>) => sql`
  select count(distinct u.id)::int from unit_ancestors a join unit u on u.id = a.descendant_id
  where a.ancestor_id = ${unitId} and a.depth > 0 and u.level in ('commune', 'office')
    and a.valid_from <= ${day} and (a.valid_to is null or a.valid_to > ${day})
    and u.valid_from <= ${day} and (u.valid_to is null or u.valid_to > ${day})`;

function readApplied(sql: TransactionSql, unitId: string, today: LocalDate) {
  // A unit that is no more applies nothing, and to one that is no more nothing is applied.
  const to = sql`least(y.valid_to, applier.valid_to, own.valid_to)`;
  const day = sql`greatest(y.valid_from, least(${today}::date, ${to} - 1))`;
  return sql<AppliedRow[]>`
    select y.id, y.unit_id as "unitId", n.name as by, y.version_id as "versionId", v.version, v.source, m.title,
      y.valid_from as "from", ${to} as "to", y.basis, y.recorded_at as "recordedAt",
      s.name as "recordedBy", (${unitsOn(sql, unitId, day)}) as units
    from yardstick_application y
    join model_version v on v.unit_id = y.model_unit_id and v.id = y.version_id
    join model m on m.unit_id = v.unit_id and m.id = v.model_id
    join unit applier on applier.id = y.unit_id
    join unit own on own.id = ${unitId}
    left join lateral (select name from unit_name where unit_id = y.unit_id order by valid_from desc limit 1) n on true
    left join staff s on s.id::text = y.recorded_by
    order by y.valid_from desc, y.recorded_at desc`;
}

function readVersions(sql: TransactionSql, today: LocalDate) {
  return sql<
    (Omit<ApplicableVersion, "rules" | "sample" | "owner"> & {
      unitId: string;
      owner: string | null;
      source: ModelSource;
    })[]
  >`
    select v.id as "versionId", v.version, m.title, v.source, v.unit_id as "unitId", n.name as owner,
      v.effective_from as "effectiveFrom"
    from model m join model_version v on v.unit_id = m.unit_id and v.model_id = m.id
    left join lateral (select name from unit_name where unit_id = m.unit_id order by valid_from desc limit 1) n on true
    where m.type = 'yardstick' and v.state = 'published' and (v.effective_to is null or v.effective_to > ${today}::date)
    order by m.title, v.version desc`;
}

const ORDER = { coming: 0, running: 1, over: 2 } as const;

/**
 * Yardsticks that judge the units below: what the unit applies and applied, what units above apply, and what it could apply.
 * @throws AppError FORBIDDEN
 */
export async function listYardsticks(ctx: UnitCtx): Promise<YardstickPage> {
  authorize(ctx, "model:read");
  const { unitId, language } = ctx;
  const today = localToday(ctx.now);
  return inUnit(ctx, async (_tx, sql) => {
    const [applied, versions, [below]] = await Promise.all([
      readApplied(sql, unitId, today),
      readVersions(sql, today),
      sql<{ n: number }[]>`select (${unitsOn(sql, unitId, sql`${today}::date`)}) as n`,
    ]);
    const applications = applied.map(({ source, to, unitId: holder, ...rest }): AppliedYardstick => {
      const state = rest.from > today ? "coming" : to !== null && to <= today ? "over" : "running";
      const { rules } = describeModel(source, language);
      const lastDay = to === null ? null : shiftDay(to, -1);
      return { ...rest, own: holder === unitId, rules, lastDay, state, sample: source.sample };
    });
    return {
      today,
      firstDay: shiftDay(today, 1),
      applications: applications.sort((a, b) => ORDER[a.state] - ORDER[b.state]),
      versions: versions.map(({ source, unitId: holder, owner, ...rest }) => ({
        ...rest,
        owner: holder === OPERATOR_UNIT_ID ? null : owner,
        sample: source.sample,
        rules: describeModel(source, language).rules,
      })),
      unitsBelow: below?.n ?? 0,
      mayApply: mayDo(ctx, "yardstick:apply"),
    };
  });
}
