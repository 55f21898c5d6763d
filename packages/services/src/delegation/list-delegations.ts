import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { type LocalDate, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { Capacity, Position } from "@gandan/model/delegation/delegation-inputs";

export interface ListedDelegation {
  id: string;
  name: string;
  capacity: Capacity;
  position: Position;
  title: string;
  reference: string;
  from: LocalDate;
  /** The last day, included. */
  to: LocalDate;
  state: "coming" | "running" | "over" | "ended";
  givenBy: string | null;
  givenAt: Date;
  endedBy: string | null;
  endedAt: Date | null;
  /** Letters signed by it. */
  letters: number;
}

export interface DelegationList {
  /** Those that hold or will come first, then the latest. */
  delegations: ListedDelegation[];
  /** People of the unit to whom signing may be given; empty for those who may not give it. */
  people: { staffId: string; name: string; title: string | null }[];
  mayGive: boolean;
  today: LocalDate;
}

/** Shown at most: a unit gives a few a year. */
const MOST = 200;

/**
 * Who may sign letters of the unit for the chairman, and who could before.
 * @throws AppError FORBIDDEN
 */
export async function listDelegations(ctx: UnitCtx): Promise<DelegationList> {
  authorize(ctx, "delegation:read");
  const { unitId, now } = ctx;
  const today = localDateOf(toLocalMinute(now));
  const mayGive = mayDo(ctx, "delegation:give");
  return inUnit(ctx, async (_tx, sql) => {
    const [delegations, people] = await Promise.all([
      sql<ListedDelegation[]>`
        select d.id, s.name, d.capacity, d.position, d.title, d.reference, d.valid_from as "from", d.valid_to as "to",
          case when d.ended_at is not null then 'ended' when d.valid_to < ${today}::date then 'over'
            when d.valid_from > ${today}::date then 'coming' else 'running' end as state,
          g.name as "givenBy", d.given_at as "givenAt", e.name as "endedBy", d.ended_at as "endedAt",
          (select count(*)::int from letter l where l.unit_id = d.unit_id and l.delegation_id = d.id) as letters
        from delegation d
        join staff s on s.id = d.staff_id
        left join staff g on g.id::text = d.given_by
        left join staff e on e.id::text = d.ended_by
        where d.unit_id = ${unitId}
        order by d.ended_at is null and d.valid_to >= ${today}::date desc, d.valid_from desc, d.id desc limit ${MOST}`,
      mayGive
        ? sql<DelegationList["people"]>`
            select s.id as "staffId", s.name, min(p.title) as title
            from staff_role r
            join staff s on s.id = r.staff_id and s.disabled_at is null
            left join staff_post p on p.staff_id = s.id and p.unit_id = r.unit_id
            where r.unit_id = ${unitId} and s.id <> ${ctx.actor.staffId}::uuid and r.valid_from <= ${today}::date
              and (r.valid_to is null or r.valid_to > ${today}::date)
            group by s.id, s.name order by s.name`
        : [],
    ]);
    return { delegations: [...delegations], people: [...people], mayGive, today };
  });
}
