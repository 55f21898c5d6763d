import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { UnitCause } from "@gandan/model/letter/delay-causes";
import type { FilledText } from "@gandan/model/letter/fill-text";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import type { BeginLetter, LetterId } from "@gandan/model/letter/letter-inputs";
import { dataOf, type LetterText } from "@gandan/model/letter/letter-text";
import { type LetterDatum, PLACEHOLDERS, type Placeholder } from "@gandan/model/letter/placeholders";
import type { TransactionSql } from "postgres";
import { officeOn } from "../settings/office-of-unit";
import { type Composable, composableOf, fillLetter } from "./compose-letter";
import { firstContent } from "./first-content";
import { loadCauses } from "./keep-causes";
import { SYSTEM, type Withdrawal } from "./keep-letters";
import { addresseeLine, type LetterFacts } from "./letter-data";
import { type LetterState, readLetters } from "./letter-row";
import { kindNamed, loadKinds, loadTexts } from "./unit-kinds";

/** What a form asks for: a datum of the text that the writer types. */
export interface LetterField {
  datum: LetterDatum;
  typed: NonNullable<Placeholder["typed"]>;
  /** The letter cannot be signed without it. */
  needed: boolean;
}

/** A letter as it reads on a page. */
export interface LetterPreview extends FilledText {
  addressee: string;
}

export interface KeptState {
  id: string;
  state: LetterState;
  revision: number;
  remark: string | null;
  withdrawnFor: Withdrawal | null;
  drafter: "system" | "person";
  draftedBy: string | null;
  draftedAt: Date;
  /** "08/2026" */
  number: string | null;
  /** The version of the text that it is written by; 0 is the delivered one. */
  version: number;
}

export interface LetterPage {
  kind: string;
  kindTitle: string;
  late: boolean;
  letter: KeptState | null;
  content: LetterContent;
  fields: LetterField[];
  preview: LetterPreview;
  /** A newer version of the text is in force. */
  newerText: boolean;
  /** For the form of an apology; empty otherwise. */
  causes: UnitCause[];
  dossier: {
    id: string;
    externalCode: string;
    procedureName: string | null;
    applicantName: string | null;
    promisedAt: Date | null;
    /** Finished, refused or withdrawn. */
    over: boolean;
  } | null;
  mayDraft: boolean;
}

type Dossier = NonNullable<LetterPage["dossier"]> &
  Pick<LetterFacts, "receivedAt" | "finishedAt"> & { officer: string | null };

async function findDossier(sql: TransactionSql, unitId: string, id: string): Promise<Dossier> {
  const [row] = await sql<Dossier[]>`
    select d.id, d.external_code as "externalCode",
      coalesce((select p.name from procedure p where p.code = d.procedure_code
        order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1), d.procedure_code)
        as "procedureName",
      d.applicant_name as "applicantName", d.promised_at as "promisedAt",
      (d.finished_at is not null or d.ended_at is not null) as over, d.received_at as "receivedAt",
      d.finished_at as "finishedAt", d.officer
    from dossier d where d.unit_id = ${unitId} and d.id = ${id}`;
  if (!row) throw new AppError("NOT_FOUND", "dossier.notFound");
  return row;
}

/** The fields of a form: what the text names and the writer types, in the order of all forms; passages of one's own last. */
function fieldsOf(text: LetterText): LetterField[] {
  const needed = new Map(dataOf(text).map((each) => [each.datum, each.needed]));
  return PLACEHOLDERS.flatMap(({ datum, typed }) => {
    const need = needed.get(datum);
    return typed === null || need === undefined ? [] : [{ datum, typed, needed: need }];
  });
}

function previewOf(letter: Composable): LetterPreview {
  return { ...fillLetter(letter), addressee: addresseeLine(letter.facts.content) };
}

/**
 * A letter with its form and how it reads. It shows whom it is for, so the reading is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound
 */
export async function readLetter(ctx: UnitCtx, { letterId }: LetterId): Promise<LetterPage> {
  authorize(ctx, "letter:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [row] = await readLetters(sql, unitId, [letterId], localDateOf(toLocalMinute(now)));
    const { kind, kindTitle, tone, texts, content, dossierId, templateVersion } = row!;
    const [kept] = await sql<Omit<KeptState, "version">[]>`
      select l.id, l.state, l.revision, l.remark, l.withdrawn_for as "withdrawnFor",
        case when l.drafted_by = ${SYSTEM} then 'system' else 'person' end as drafter,
        (select name from staff where id::text = l.drafted_by) as "draftedBy", l.drafted_at as "draftedAt",
        lpad(l.number::text, greatest(2, length(l.number::text)), '0') || '/' || l.year as number
      from letter l where l.unit_id = ${unitId} and l.id = ${letterId}`;
    const [causes, dossier] = await Promise.all([
      tone === "apology" ? loadCauses(sql, unitId) : [],
      dossierId === null ? null : findDossier(sql, unitId, dossierId),
    ]);
    const composable = composableOf(row!, now);
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action: "letter.read", subject: letterId });
    return {
      kind,
      kindTitle,
      late: tone === "apology",
      letter: { ...kept!, version: templateVersion },
      content,
      fields: fieldsOf(composable.text),
      preview: previewOf(composable),
      newerText: texts.latest(kind) > templateVersion,
      causes: causes.filter(({ ended, cause }) => !ended || cause === content.causeId),
      dossier: dossier && shown(dossier),
      mayDraft: mayDo(ctx, "letter:draft"),
    };
  });
}

const shown = ({ id, externalCode, procedureName, applicantName, promisedAt, over }: Dossier) => ({
  id,
  externalCode,
  procedureName,
  applicantName,
  promisedAt,
  over,
});

/**
 * What a new letter of a kind begins with: the form, and how it reads so far. Where the dossier has a live letter of the
 * kind, that one. It shows whom it is for, so the reading is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.kindUnknown, dossier.notFound
 */
export async function beginLetter(ctx: UnitCtx, { kind: name, dossierId }: BeginLetter): Promise<LetterPage> {
  authorize(ctx, "letter:read");
  const { unitId, now } = ctx;
  const found = await inUnit(ctx, async (_tx, sql) => {
    if (dossierId !== null) {
      const [live] = await sql<{ id: string }[]>`
        select id from letter
        where unit_id = ${unitId} and dossier_id = ${dossierId} and kind = ${name} and state <> 'withdrawn'`;
      if (live) return live.id;
    }
    const today = localDateOf(toLocalMinute(now));
    const kind = kindNamed(await loadKinds(sql, unitId), name);
    const dossier = dossierId === null ? null : await findDossier(sql, unitId, dossierId);
    const [texts, office, causes] = await Promise.all([
      loadTexts(sql, unitId, [name]),
      officeOn(sql, unitId, today),
      kind.tone === "apology" ? loadCauses(sql, unitId) : [],
    ]);
    const text = texts.text(name, kind.tone, texts.latest(name));
    const content = firstContent(kind, dossier);
    const facts: LetterFacts = {
      content,
      date: today,
      unitName: office.unitName,
      place: office.place,
      externalCode: dossier?.externalCode ?? null,
      procedureName: dossier?.procedureName ?? null,
      receivedAt: dossier?.receivedAt ?? null,
      dueAt: dossier?.promisedAt ?? null,
      finishedAt: dossier?.finishedAt ?? null,
    };
    if (dossierId !== null) {
      const details = { letter: name };
      const entry = { unitId, at: now, actor: ctx.actor.staffId, action: "dossier.read", subject: dossierId, details };
      await appendAudit(sql, entry);
    }
    return {
      kind: name,
      kindTitle: kind.title,
      late: kind.tone === "apology",
      letter: null,
      content,
      fields: fieldsOf(text),
      preview: previewOf({ tone: kind.tone, text, facts, office }),
      newerText: false,
      causes: causes.filter(({ ended }) => !ended),
      dossier: dossier && shown(dossier),
      mayDraft: mayDo(ctx, "letter:draft") && !kind.ended,
    };
  });
  return typeof found === "string" ? readLetter(ctx, { letterId: found }) : found;
}
