import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { foldText } from "@gandan/model/import/fold-text";
import type { ListLetters } from "@gandan/model/letter/letter-inputs";
import type { LetterTone } from "@gandan/model/letter/letter-kinds";
import type { LetterDatum } from "@gandan/model/letter/placeholders";
import type { TransactionSql } from "postgres";
import { capacityToday } from "../delegation/signing-capacity";
import { composableOf, fillLetter } from "./compose-letter";
import { SYSTEM, type Withdrawal } from "./keep-letters";
import { type LetterState, readLetters } from "./letter-row";
import { loadKinds } from "./unit-kinds";
import { unreadyDrafts } from "./unready-drafts";

const PAGE_SIZE = 50;

export interface ListedLetter {
  id: string;
  kind: string;
  kindTitle: string;
  tone: LetterTone;
  /** Null for a letter about no dossier. */
  dossierId: string | null;
  externalCode: string | null;
  /** Empty where nobody has said it yet. */
  addressee: string;
  state: LetterState;
  revision: number;
  /** By when it has to be signed; null when nothing says so. */
  dueAt: Date | null;
  /** Data without which it cannot be signed. */
  missing: LetterDatum[];
  /** What the one who returned it wrote. */
  remark: string | null;
  /** Why it withdrew itself; null when a person gave it up. */
  withdrawnFor: Withdrawal | null;
  /** "08/2026" */
  number: string | null;
  draftedBy: string | null;
  /** Begun by what happened to the dossier, and changed by nobody yet. */
  drafter: "system" | "person";
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
  /** How many stand in each state, of the kind and the words asked for. */
  counts: Partial<Record<LetterState, number>>;
  /** Kinds with how many letters stand in the state and with the words asked for; withdrawn ones apart. */
  kinds: { kind: string; title: string; ended: boolean; n: number }[];
  /** Letters of any kind that wait to be checked or signed, and drafts of the system that somebody has to fill in. */
  waiting: number;
  unready: number;
  page: number;
  pageSize: number;
  maySign: boolean;
  mayCheck: boolean;
  mayDraft: boolean;
}

type Row = Omit<ListedLetter, "kindTitle" | "tone" | "missing">;

/**
 * Letters of the unit by state, kind and words of addressee or code, those that wait longest first; a page at a time. It shows
 * names, and is logged as a reading of personal data.
 * @throws AppError FORBIDDEN
 */
export async function listLetters(ctx: UnitCtx, { state, kind, q = "", page }: ListLetters): Promise<LetterList> {
  authorize(ctx, "letter:read");
  const { unitId, now } = ctx;
  const today = localDateOf(toLocalMinute(now));
  return inUnit(ctx, async (_tx, sql) => {
    const capacity = await capacityToday(sql, ctx, today);
    const words = wordsFound(sql, q);
    const ofState = state ? sql`l.state = ${state}` : sql`l.state <> 'withdrawn'`;
    const ofKind = kind ? sql`l.kind = ${kind}` : sql`true`;
    const unready = await unreadyDrafts(sql, unitId, now);
    const [rows, counts, byKind, kinds, [open]] = await Promise.all([
      sql<Row[]>`
        select l.id, l.kind, l.dossier_id as "dossierId", d.external_code as "externalCode",
          l.content ->> 'addressee' as addressee, l.state, l.revision, coalesce(l.due_at, case when l.kind = 'apology'
            then d.promised_at end) as "dueAt", l.remark, l.withdrawn_for as "withdrawnFor",
          lpad(l.number::text, greatest(2, length(l.number::text)), '0') || '/' || l.year as number, s.name as "draftedBy",
          case when l.drafted_by = ${SYSTEM} then 'system' else 'person' end as drafter, l.drafted_at as "draftedAt",
          l.signed_at as "signedAt", l.delivered_at as "deliveredAt", l.delivered_how as "deliveredHow",
          (select v.note from letter_delivery v where v.unit_id = l.unit_id and v.letter_id = l.id
            and v.outcome = 'came-back' and l.state = 'signed' order by v.seq desc limit 1) as "cameBack",
          exists (select from letter_file f where f.unit_id = l.unit_id and f.letter_id = l.id) as made
        from letter l
        left join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
        left join staff s on s.id::text = l.drafted_by
        where l.unit_id = ${unitId} and ${ofState} and ${ofKind} and ${words}
        order by l.signed_at desc nulls first, l.drafted_at, l.id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ state: LetterState; n: number }[]>`
        select l.state, count(*)::int as n from letter l
        where l.unit_id = ${unitId} and ${ofKind} and ${words} group by l.state`,
      sql<{ kind: string; n: number }[]>`
        select l.kind, count(*)::int as n from letter l
        where l.unit_id = ${unitId} and ${ofState} and ${words} group by l.kind`,
      loadKinds(sql, unitId),
      sql<{ n: number }[]>`
        select count(*)::int as n from letter where unit_id = ${unitId} and state in ('drafted', 'checked')`,
    ]);
    const missing = await missingOf(sql, unitId, rows, now);
    const details = { state, kind, q, rows: rows.length, page };
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action: "letter.list", details });
    const known = new Map(kinds.map((each) => [each.kind, each]));
    const found = new Map(byKind.map((each) => [each.kind, each.n]));
    return {
      letters: rows.map((row) => ({
        ...row,
        kindTitle: known.get(row.kind)?.title ?? row.kind,
        tone: known.get(row.kind)?.tone ?? "other",
        missing: missing.get(row.id) ?? [],
      })),
      counts: Object.fromEntries(counts.map(({ state: each, n }) => [each, n])),
      kinds: kinds.map(({ kind: name, title, ended }) => ({ kind: name, title, ended, n: found.get(name) ?? 0 })),
      waiting: (open?.n ?? 0) - unready.length,
      unready: unready.length,
      page,
      pageSize: PAGE_SIZE,
      maySign: capacity !== null,
      mayCheck: mayDo(ctx, "letter:check"),
      mayDraft: mayDo(ctx, "letter:draft"),
    };
  });
}

/** Every word somewhere in what the search looks in; the code of a dossier also as it is. */
function wordsFound(sql: TransactionSql, q: string) {
  const words = foldText(q).split(" ").filter(Boolean);
  if (words.length === 0) return sql`true`;
  return sql`l.search like all (${words.map((word) => `%${word}%`)}::text[])`;
}

/** What drafts of a page lack. */
async function missingOf(sql: TransactionSql, unitId: string, rows: readonly Row[], now: Date) {
  const open = rows.filter(({ state }) => state === "drafted" || state === "checked" || state === "returned");
  if (open.length === 0) return new Map<string, LetterDatum[]>();
  const letters = await readLetters(
    sql,
    unitId,
    open.map(({ id }) => id),
    localDateOf(toLocalMinute(now)),
  );
  return new Map(letters.map((letter) => [letter.id, fillLetter(composableOf(letter, now)).missing]));
}
