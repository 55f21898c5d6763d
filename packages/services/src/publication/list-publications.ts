import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { lastDue, nextDue, type WantedPublication } from "@gandan/model/publication/publication-dates";
import type { ListPublications } from "@gandan/model/publication/publication-inputs";
import { isEnded } from "../adoption/refuse-ended";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { wantedOn } from "./wanted-here";

/** Something that the model wants published, and how it stands. */
export interface WantedHere extends Omit<WantedPublication, "by" | "before"> {
  /** The next day by which it is due; null for what has no dates. */
  dueOn: LocalDate | null;
  /** The last day by which it was due and was not published after the one before; null when all is in time. */
  missedOn: LocalDate | null;
  /** When it was published last. */
  lastAt: Date | null;
  /** Since when it stands on the public page; null when it does not. */
  standsSince: Date | null;
  /** The draft that waits to be signed. */
  draftId: string | null;
}

export interface ListedPublication {
  id: string;
  title: string;
  from: LocalDate;
  to: LocalDate;
  state: "draft" | "published";
  signedAt: Date | null;
  signer: string | null;
  /** It corrects another one; another one has corrected it. */
  corrects: boolean;
  corrected: boolean;
}

export interface PublicationPage {
  wanted: WantedHere[];
  publications: ListedPublication[];
  total: number;
  page: number;
  pageSize: number;
  /** The last whole calendar year. */
  lastYear: number;
  may: { edit: boolean; sign: boolean };
}

const PAGE_SIZE = 50;

interface Standing {
  slug: string;
  lastAt: Date | null;
  lastOn: LocalDate | null;
  draftId: string | null;
}

/**
 * What the model wants published by which day, and all that was drafted and published, the newest first.
 * @throws AppError FORBIDDEN
 */
export async function listPublications(ctx: UnitCtx, { page }: ListPublications): Promise<PublicationPage> {
  authorize(ctx, "publication:read");
  const { unitId, now } = ctx;
  const today = localToday(now);
  return inUnit(ctx, async (_tx, sql) => {
    const [judge, ended, made, stands, publications, [count]] = await Promise.all([
      loadJudge(sql, unitId, now),
      isEnded(sql, unitId, today),
      sql<Standing[]>`
        select slug, max(signed_at) as "lastAt",
          max((signed_at at time zone 'Asia/Ho_Chi_Minh')::date) filter (where corrects is null) as "lastOn",
          (array_agg(id) filter (where state = 'draft'))[1] as "draftId"
        from publication where unit_id = ${unitId} and state <> 'dropped' group by slug`,
      sql<{ slug: string; since: Date }[]>`
        select slug, from_at as since from publication_standing where unit_id = ${unitId} and to_at is null`,
      sql<ListedPublication[]>`
        select p.id, p.title, p.period_from as "from", p.period_to as "to", p.state, p.signed_at as "signedAt", p.signer,
          p.corrects is not null as corrects,
          exists (select from publication c
            where c.unit_id = p.unit_id and c.corrects = p.id and c.state = 'published') as corrected
        from publication p where p.unit_id = ${unitId} and p.state <> 'dropped'
        order by p.state = 'draft' desc, p.signed_at desc nulls first, p.id desc
        limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ total: number }[]>`
        select count(*)::int as total from publication where unit_id = ${unitId} and state <> 'dropped'`,
    ]);
    const wanted = wantedOn(judge, today).map(({ by, before, ...one }): WantedHere => {
      const known = made.find(({ slug }) => slug === one.slug);
      const last = lastDue({ by, before }, today);
      const earlier = last && lastDue({ by, before }, last);
      // Asked for since the model is in force; what was due before is not this model's.
      const since = judge.ownVersionOn(today)?.from ?? today;
      const missed = last && last >= since && !(known?.lastOn && earlier && known.lastOn > earlier);
      return {
        ...one,
        dueOn: nextDue({ by, before }, today),
        missedOn: missed ? last : null,
        lastAt: known?.lastAt ?? null,
        standsSince: stands.find(({ slug }) => slug === one.slug)?.since ?? null,
        draftId: known?.draftId ?? null,
      };
    });
    const may = { edit: !ended && mayDo(ctx, "publication:edit"), sign: !ended && mayDo(ctx, "publication:sign") };
    return {
      wanted,
      publications: [...publications],
      total: count?.total ?? 0,
      page,
      pageSize: PAGE_SIZE,
      lastYear: Number(today.slice(0, 4)) - 1,
      may,
    };
  });
}
