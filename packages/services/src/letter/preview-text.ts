import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { AppError } from "@gandan/model/error/app-error";
import type { PreviewText } from "@gandan/model/letter/kind-inputs";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import type { UnitKind } from "@gandan/model/letter/letter-kinds";
import { readText, type TextProblem } from "@gandan/model/letter/letter-text";
import type { TransactionSql } from "postgres";
import { officeOn } from "../settings/office-of-unit";
import { type Composable, composeDocument, fillLetter } from "./compose-letter";
import { firstContent } from "./first-content";
import { addresseeLine, type LetterFacts } from "./letter-data";
import type { LetterPreview } from "./read-letter";
import { kindNamed, loadKinds } from "./unit-kinds";

/** A text with the data of a dossier, or what is wrong with it and where. */
export type TextPreview =
  | { problems: TextProblem[]; externalCode: null; preview: null }
  | { problems: []; externalCode: string | null; preview: LetterPreview };

interface Sample {
  id: string;
  externalCode: string;
  procedureName: string;
  applicantName: string | null;
  officer: string | null;
  receivedAt: Date;
  dueAt: Date | null;
  finishedAt: Date | null;
  /** Of its letter of the kind, where it has one. */
  content: LetterContent | null;
}

/** The dossier asked for, or the newest that letters of the kind are written about; none when the unit has none. */
async function sampleFor(
  sql: TransactionSql,
  unitId: string,
  kind: UnitKind,
  code: string,
): Promise<Sample | undefined> {
  const groups = [...kind.groups];
  const which = code
    ? sql`d.external_code = ${code}`
    : groups.length > 0
      ? sql`d.procedure_group = any(${groups}::text[])`
      : sql`true`;
  const [found] = await sql<Sample[]>`
    select d.id, d.external_code as "externalCode",
      coalesce((select p.name from procedure p where p.code = d.procedure_code
        order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1), d.procedure_code)
        as "procedureName",
      d.applicant_name as "applicantName", d.officer, d.received_at as "receivedAt", d.promised_at as "dueAt",
      d.finished_at as "finishedAt",
      (select l.content from letter l where l.unit_id = d.unit_id and l.dossier_id = d.id and l.kind = ${kind.kind}
        order by l.state = 'withdrawn', l.drafted_at desc limit 1) as content
    from dossier d where d.unit_id = ${unitId} and ${which} order by d.received_on desc, d.id desc limit 1`;
  if (!found && code) throw new AppError("NOT_FOUND", "dossier.notFound");
  return found;
}

/**
 * What a text would make of a real dossier, read anew or already a letter: a reading of its data, so it is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown, dossier.notFound
 */
async function tryText(ctx: UnitCtx, { kind: name, source, externalCode: code }: PreviewText) {
  authorize(ctx, "settings:read");
  authorize(ctx, "dossier:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const kind = kindNamed(await loadKinds(sql, unitId), name);
    const { text, problems } = readText(source, kind.tone);
    if (!text) return { problems };
    const today = localDateOf(toLocalMinute(now));
    const [office, sample] = await Promise.all([officeOn(sql, unitId, today), sampleFor(sql, unitId, kind, code)]);
    const facts: LetterFacts = {
      content: sample?.content ?? firstContent(kind, sample ?? null),
      date: today,
      unitName: office.unitName,
      place: office.place,
      externalCode: sample?.externalCode ?? null,
      procedureName: sample?.procedureName ?? null,
      receivedAt: sample?.receivedAt ?? null,
      dueAt: sample?.dueAt ?? null,
      finishedAt: sample?.finishedAt ?? null,
    };
    if (sample) {
      const actor = ctx.actor.staffId;
      await appendAudit(sql, { unitId, at: now, actor, action: "dossier.read", subject: sample.id });
    }
    const composable: Composable = { tone: kind.tone, text, facts, office };
    return { kind, composable };
  });
}

/**
 * A text with the data of a real dossier, as it reads on a page.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown, dossier.notFound
 */
export async function previewText(ctx: UnitCtx, input: PreviewText): Promise<TextPreview> {
  const { problems, composable } = await tryText(ctx, input);
  if (problems) return { problems, externalCode: null, preview: null };
  const { facts } = composable;
  const preview = { ...fillLetter(composable), addressee: addresseeLine(facts.content) };
  return { problems: [], externalCode: facts.externalCode, preview };
}

/**
 * The same as the file that a draft would be.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown, dossier.notFound; INVALID letter.textWrong
 */
export async function printPreview(ctx: UnitCtx, input: PreviewText): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { problems, composable, kind } = await tryText(ctx, input);
  const [first] = problems ?? [];
  if (first) throw new AppError("INVALID", "letter.textWrong", { line: first.line, column: first.column });
  const { bytes } = await renderPdf(composeDocument(composable!, ctx.now, null));
  return { fileName: `mau-${kind!.kind}.pdf`, bytes };
}
