import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { foldText } from "@gandan/model/import/fold-text";
import { unmetRules } from "@gandan/model/letter/due-letters";
import type { EndKind, SaveKind, SetDrafting } from "@gandan/model/letter/kind-inputs";
import type { LetterTone, UnitKind } from "@gandan/model/letter/letter-kinds";
import { letterRules } from "@gandan/model/rules/dossier-letter";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { loadJudge } from "../outcome/load-judge";
import { kindNamed, loadKinds, loadTexts } from "./unit-kinds";

export interface ListedKind extends UnitKind {
  /** The version of its text in force; 0 is the delivered one. */
  version: number;
  /** Letters written so far, withdrawn ones apart. */
  letters: number;
  /** The models of today ask for it, with the term. */
  asked: { model: string; within: string }[];
}

export interface KindList {
  kinds: ListedKind[];
  /** What the models of today ask for and no kind would give. */
  unmet: { letter: LetterTone; group: string }[];
  mayChange: boolean;
}

/**
 * The kinds of letters of a unit, with what the models of today ask for.
 * @throws AppError FORBIDDEN
 */
export async function listKinds(ctx: UnitCtx): Promise<KindList> {
  authorize(ctx, "settings:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [kinds, judge, counts] = await Promise.all([
      loadKinds(sql, unitId),
      loadJudge(sql, unitId, now),
      sql<{ kind: string; n: number }[]>`
        select kind, count(*)::int as n from letter where unit_id = ${unitId} and state <> 'withdrawn' group by kind`,
    ]);
    const texts = await loadTexts(
      sql,
      unitId,
      kinds.map(({ kind }) => kind),
    );
    const spans = judge.versionsOn(localDateOf(toLocalMinute(now)));
    const written = new Map(counts.map(({ kind, n }) => [kind, n]));
    const listed = kinds.map(
      (kind): ListedKind => ({
        ...kind,
        version: texts.isOwn(kind.kind, texts.latest(kind.kind)) ? texts.latest(kind.kind) : 0,
        letters: written.get(kind.kind) ?? 0,
        asked: spans.flatMap(({ title, source }) =>
          letterRules(source.rules)
            .filter(({ letter, groups }) => letter === kind.tone && kind.groups.some((group) => groups.includes(group)))
            .map(({ within }) => ({ model: title, within })),
        ),
      }),
    );
    const used = kinds.filter(({ ended }) => !ended);
    const unmet = unmetRules(
      spans.map(({ source }) => source),
      used,
    );
    return { kinds: listed, unmet, mayChange: mayDo(ctx, "settings:edit") };
  });
}

/** Changes the kinds in one transaction with the audit; dossiers that are open are looked at anew. */
async function changeKinds(
  ctx: UnitCtx,
  action: string,
  change: (kinds: UnitKind[]) => { next: UnitKind; details: Record<string, unknown> },
): Promise<{ kind: string }> {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    await sql`select pg_advisory_xact_lock(hashtextextended(${`kinds ${unitId}`}, 0))`;
    const { next, details } = change(await loadKinds(sql, unitId));
    await writeKind(sql, ctx, next);
    await sql`
      update dossier set letters_at = ${now}
      where unit_id = ${unitId} and finished_at is null and ended_at is null and due_at is not null`;
    await appendAudit(sql, { unitId, at: now, actor, action, subject: next.kind, details });
    return { kind: next.kind };
  });
}

async function writeKind(sql: TransactionSql, { unitId, now, actor }: UnitCtx, kind: UnitKind): Promise<void> {
  const { title, tone, occasion, groups, drafting, lead, ended } = kind;
  await sql`
    insert into letter_kind as k
      (unit_id, kind, title, tone, occasion, groups, drafting, lead, ended_at, changed_at, changed_by)
    values (${unitId}, ${kind.kind}, ${title}, ${tone}, ${occasion}, ${[...groups]}, ${drafting}, ${lead},
      ${ended ? now : null}, ${now}, ${actor.staffId})
    on conflict (unit_id, kind) do update set title = excluded.title, tone = excluded.tone,
      occasion = excluded.occasion, groups = excluded.groups, drafting = excluded.drafting, lead = excluded.lead,
      ended_at = case when excluded.ended_at is null then null else coalesce(k.ended_at, excluded.ended_at) end,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`;
}

/** A name for addresses and rows, that no other kind has. */
function nameOf(title: string, kinds: readonly UnitKind[]): string {
  const base = foldText(title).replaceAll(" ", "-").slice(0, 50) || "thu";
  const taken = new Set(kinds.map(({ kind }) => kind));
  let name = base;
  for (let i = 2; taken.has(name); i++) name = `${base}-${i}`;
  return name;
}

/**
 * Adds a kind of the unit's own, or changes one. Its tone stays once it has letters: rules have counted them by it.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown; CONFLICT letter.kindExists; INVALID letter.kindDelivered,
 * unit.ended
 */
export function saveKind(ctx: UnitCtx, input: SaveKind): Promise<{ kind: string }> {
  const { kind: name, ...said } = input;
  return changeKinds(ctx, name === null ? "letterKind.add" : "letterKind.change", (kinds) => {
    const before = name === null ? null : kindNamed(kinds, name);
    if (before?.delivered) throw new AppError("INVALID", "letter.kindDelivered");
    const title = said.title.toLocaleLowerCase("vi");
    if (kinds.some((each) => each.kind !== name && each.title.toLocaleLowerCase("vi") === title)) {
      throw new AppError("CONFLICT", "letter.kindExists");
    }
    const groups = said.occasion === "finished" ? said.groups : [];
    const next: UnitKind = {
      kind: before?.kind ?? nameOf(said.title, kinds),
      title: said.title,
      tone: before?.tone ?? said.tone,
      occasion: said.occasion,
      groups,
      drafting: said.occasion === "hand" ? "never" : said.drafting,
      lead: null,
      delivered: false,
      ended: before?.ended ?? false,
    };
    return { next, details: { title: next.title, ...(before ? { was: before.title } : {}) } };
  });
}

/**
 * Sets when letters of a delivered kind are drafted by the event.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown; INVALID unit.ended
 */
export function setDrafting(ctx: UnitCtx, { kind: name, drafting, lead }: SetDrafting): Promise<{ kind: string }> {
  return changeKinds(ctx, "letterKind.change", (kinds) => {
    const before = kindNamed(kinds, name);
    const next: UnitKind = { ...before, drafting, lead: before.occasion === "late" ? lead : null };
    const was = { drafting: before.drafting, lead: before.lead };
    return { next, details: { from: was, to: { drafting: next.drafting, lead: next.lead } } };
  });
}

/**
 * Ends a kind of the unit's own, so that no letter of it is begun any more, or takes it up again. What was written stays.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown; INVALID letter.kindDelivered, unit.ended
 */
export function endKind(ctx: UnitCtx, { kind: name, ended }: EndKind): Promise<{ kind: string }> {
  return changeKinds(ctx, ended ? "letterKind.end" : "letterKind.resume", (kinds) => {
    const before = kindNamed(kinds, name);
    if (before.delivered) throw new AppError("INVALID", "letter.kindDelivered");
    return { next: { ...before, ended }, details: { title: before.title } };
  });
}
