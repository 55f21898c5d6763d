import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { deliveredText } from "@gandan/model/letter/delivered-texts";
import type { LetterKindOf, RestoreText, SaveText } from "@gandan/model/letter/kind-inputs";
import type { UnitKind } from "@gandan/model/letter/letter-kinds";
import { readText, type TextProblem } from "@gandan/model/letter/letter-text";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { kindNamed, loadKinds } from "./unit-kinds";

export interface KeptText {
  version: number;
  /** Null for the delivered text. */
  source: string | null;
  takenFrom: number | null;
  savedAt: Date;
  savedBy: string | null;
}

export interface LetterTextPage {
  kind: UnitKind;
  /** The version in force; 0 is the delivered text. */
  version: number;
  source: string;
  delivered: string;
  /** Latest first; the delivered text, with which every kind begins, stands behind them. */
  history: (Omit<KeptText, "source"> & { source: string; delivered: boolean })[];
  mayChange: boolean;
}

function historyOf(sql: TransactionSql, unitId: string, kind: string) {
  return sql<KeptText[]>`
    select t.version, t.source, t.taken_from as "takenFrom", t.saved_at as "savedAt",
      (select name from staff where id::text = t.saved_by) as "savedBy"
    from letter_template t where t.unit_id = ${unitId} and t.kind = ${kind} order by t.version desc`;
}

/**
 * The text of a kind of letter, with all its versions.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown
 */
export async function readLetterText(ctx: UnitCtx, { kind: name }: LetterKindOf): Promise<LetterTextPage> {
  authorize(ctx, "settings:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const kind = kindNamed(await loadKinds(sql, unitId), name);
    const rows = await historyOf(sql, unitId, name);
    const delivered = deliveredText(name, kind.tone);
    const history = rows.map((row) => ({
      ...row,
      source: row.source ?? delivered,
      delivered: row.source === null,
    }));
    const [latest] = history;
    return {
      kind,
      version: latest?.version ?? 0,
      source: latest?.source ?? delivered,
      delivered,
      history,
      mayChange: mayDo(ctx, "settings:edit") && !kind.ended,
    };
  });
}

interface Written {
  action: string;
  seen: number;
  /** The text to write, by what was kept before it. */
  textOf: (kept: readonly KeptText[]) => { source: string | null; takenFrom: number | null };
}

async function writeVersion(ctx: UnitCtx, kind: UnitKind, sql: TransactionSql, written: Written): Promise<number> {
  const { unitId, now } = ctx;
  const actor = ctx.actor.staffId;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`text ${unitId} ${kind.kind}`}, 0))`;
  const kept = await historyOf(sql, unitId, kind.kind);
  const latest = kept[0]?.version ?? 0;
  if (latest !== written.seen) throw new AppError("CONFLICT", "letter.textChanged");
  const { source, takenFrom } = written.textOf(kept);
  if ((kept[0]?.source ?? null) === source) return latest;
  const version = latest + 1;
  await sql`
    insert into letter_template (unit_id, kind, version, source, taken_from, saved_at, saved_by)
    values (${unitId}, ${kind.kind}, ${version}, ${source}, ${takenFrom}, ${now}, ${actor})`;
  const details = { version, ...(takenFrom === null ? {} : { takenFrom }) };
  await appendAudit(sql, { unitId, at: now, actor, action: written.action, subject: kind.kind, details });
  return version;
}

async function changeText<T>(ctx: UnitCtx, name: string, change: (kind: UnitKind, sql: TransactionSql) => Promise<T>) {
  authorize(ctx, "settings:edit");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localDateOf(toLocalMinute(now)));
    return change(kindNamed(await loadKinds(sql, unitId), name), sql);
  });
}

/** What a saved text has become: a version, or what is wrong with it and where. */
export type SavedText = { version: number; problems: [] } | { version: null; problems: TextProblem[] };

/**
 * Saves a text as a new version, which letters begun from now on are written by; those that are begun keep theirs. A text
 * with a mistake is not saved. The delivered text word for word is the delivered version.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown; CONFLICT letter.textChanged; INVALID unit.ended
 */
export function saveText(ctx: UnitCtx, { kind: name, seen, source }: SaveText): Promise<SavedText> {
  return changeText(ctx, name, async (kind, sql): Promise<SavedText> => {
    const { problems } = readText(source, kind.tone);
    if (problems.length > 0) return { version: null, problems };
    const plain = source.replace(/\r\n?/g, "\n").trim();
    const text = plain === deliveredText(name, kind.tone).trim() ? null : `${plain}\n`;
    const written: Written = { action: "letterText.save", seen, textOf: () => ({ source: text, takenFrom: null }) };
    return { version: await writeVersion(ctx, kind, sql, written), problems: [] };
  });
}

/**
 * Takes an older version up again, or the delivered text (0), as a new version: the history stays as it is.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown, letter.textUnknown; CONFLICT letter.textChanged; INVALID
 * unit.ended
 */
export function restoreText(ctx: UnitCtx, { kind: name, seen, version }: RestoreText): Promise<{ version: number }> {
  return changeText(ctx, name, async (kind, sql) => {
    const textOf = (kept: readonly KeptText[]) => {
      if (version === 0) return { source: null, takenFrom: 0 };
      const old = kept.find((each) => each.version === version);
      if (!old) throw new AppError("NOT_FOUND", "letter.textUnknown");
      return { source: old.source, takenFrom: version };
    };
    return { version: await writeVersion(ctx, kind, sql, { action: "letterText.restore", seen, textOf }) };
  });
}
