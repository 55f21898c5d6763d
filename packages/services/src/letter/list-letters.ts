import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { LetterContent, LetterOfDossier, ListLetters } from "@gandan/model/letter/letter-inputs";
import { capacityToday } from "../delegation/signing-capacity";
import type { LetterState } from "./letter-row";

const PAGE_SIZE = 50;

export interface ListedLetter {
  id: string;
  dossierId: string;
  externalCode: string;
  addressee: string;
  state: LetterState;
  revision: number;
  /** First appointment of the dossier: before it the letter has to be signed. */
  dueAt: Date | null;
  newDueAt: string;
  remark: string | null;
  /** "08/2026" */
  number: string | null;
  draftedBy: string | null;
  draftedAt: Date;
  signedAt: Date | null;
  deliveredAt: Date | null;
  deliveredHow: "hand" | "post" | "e-mail" | null;
  /** Why it came back last. */
  cameBack: string | null;
  /** Its file is kept: only then it can go out. */
  made: boolean;
}

export interface LetterList {
  letters: ListedLetter[];
  /** How many stand in each state. */
  counts: Partial<Record<LetterState, number>>;
  page: number;
  pageSize: number;
  maySign: boolean;
  mayCheck: boolean;
  mayDraft: boolean;
}

/**
 * Letters of the unit, those that wait longest first; a page at a time.
 * @throws AppError FORBIDDEN
 */
export async function listLetters(ctx: UnitCtx, { state, page }: ListLetters): Promise<LetterList> {
  authorize(ctx, "letter:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const capacity = await capacityToday(sql, ctx, localDateOf(toLocalMinute(ctx.now)));
    const [letters, counts] = await Promise.all([
      sql<ListedLetter[]>`
        select l.id, l.dossier_id as "dossierId", d.external_code as "externalCode",
          l.content ->> 'addressee' as addressee, l.state, l.revision, d.due_at as "dueAt",
          l.content ->> 'newDueAt' as "newDueAt", l.remark, lpad(l.number::text, 2, '0') || '/' || l.year as number,
          s.name as "draftedBy", l.drafted_at as "draftedAt", l.signed_at as "signedAt", l.delivered_at as "deliveredAt",
          l.delivered_how as "deliveredHow",
          (select v.note from letter_delivery v where v.unit_id = l.unit_id and v.letter_id = l.id
            and v.outcome = 'came-back' and l.state = 'signed' order by v.seq desc limit 1) as "cameBack",
          exists (select from letter_file f where f.unit_id = l.unit_id and f.letter_id = l.id) as made
        from letter l
        join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
        left join staff s on s.id::text = l.drafted_by
        where l.unit_id = ${unitId} and ${state ? sql`l.state = ${state}` : sql`l.state <> 'withdrawn'`}
        order by l.signed_at desc nulls first, l.drafted_at, l.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ state: LetterState; n: number }[]>`
        select state, count(*)::int as n from letter where unit_id = ${unitId} group by state`,
    ]);
    return {
      letters: [...letters],
      counts: Object.fromEntries(counts.map(({ state: each, n }) => [each, n])),
      page,
      pageSize: PAGE_SIZE,
      maySign: capacity !== null,
      mayCheck: mayDo(ctx, "letter:check"),
      mayDraft: mayDo(ctx, "letter:draft"),
    };
  });
}

export interface LetterDraft {
  dossierId: string;
  externalCode: string;
  applicantName: string | null;
  dueAt: Date | null;
  officer: string | null;
  /** Finished, refused or withdrawn: no apology is drafted any more. */
  over: boolean;
  letter: { id: string; state: LetterState; revision: number; content: LetterContent; remark: string | null } | null;
  mayDraft: boolean;
}

/**
 * What is needed to write the apology of a dossier: its live letter, or what a first draft begins with.
 * @throws AppError FORBIDDEN; NOT_FOUND dossier.notFound
 */
export async function readLetterOf(ctx: UnitCtx, { dossierId }: LetterOfDossier): Promise<LetterDraft> {
  authorize(ctx, "letter:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [row] = await sql<(Omit<LetterDraft, "letter" | "mayDraft"> & { letter: LetterDraft["letter"] })[]>`
      select d.id as "dossierId", d.external_code as "externalCode", d.applicant_name as "applicantName",
        d.promised_at as "dueAt", d.officer, (d.finished_at is not null or d.ended_at is not null) as over,
        (select jsonb_build_object('id', l.id, 'state', l.state, 'revision', l.revision, 'content', l.content,
          'remark', l.remark) from letter l
          where l.unit_id = d.unit_id and l.dossier_id = d.id and l.kind = 'apology' and l.state <> 'withdrawn') as letter
      from dossier d where d.unit_id = ${unitId} and d.id = ${dossierId}`;
    if (!row) throw new AppError("NOT_FOUND", "dossier.notFound");
    return { ...row, mayDraft: mayDo(ctx, "letter:draft") };
  });
}
