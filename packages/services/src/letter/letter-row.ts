import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { LetterContent } from "@gandan/model/letter/letter-content";
import type { LetterTone } from "@gandan/model/letter/letter-kinds";
import type { Fragment, TransactionSql } from "postgres";
import { type OfficeOfUnit, officeOn } from "../settings/office-of-unit";
import { kindNamed, type LetterTexts, loadKinds, loadTexts } from "./unit-kinds";

export type LetterState = "drafted" | "checked" | "returned" | "signed" | "delivered" | "withdrawn";

interface KeptLetter {
  id: string;
  kind: string;
  /** Null for a letter about no dossier; then there is neither code nor procedure nor time. */
  dossierId: string | null;
  state: LetterState;
  revision: number;
  /** In which it is numbered. */
  register: string;
  content: LetterContent;
  templateVersion: number;
  externalCode: string | null;
  procedureName: string | null;
  receivedAt: Date | null;
  dueAt: Date | null;
  finishedAt: Date | null;
}

/** A letter with what its text needs of kind, dossier and unit. */
export interface LetterRow extends KeptLetter {
  tone: LetterTone;
  /** Name of the kind. */
  kindTitle: string;
  texts: LetterTexts;
  office: OfficeOfUnit;
  slug: string;
}

/**
 * Letters locked for a change, in the order of their ids, so that two signers cannot wait for each other.
 * @throws AppError NOT_FOUND letter.notFound when one of them is not the unit's
 */
export function lockLetters(
  sql: TransactionSql,
  unitId: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<LetterRow[]> {
  return findLetters(sql, unitId, ids, today, sql`for update of l`);
}

/**
 * Letters as they stand, locked by nobody.
 * @throws AppError NOT_FOUND letter.notFound when one of them is not the unit's
 */
export function readLetters(
  sql: TransactionSql,
  unitId: string,
  ids: readonly string[],
  today: LocalDate,
): Promise<LetterRow[]> {
  return findLetters(sql, unitId, ids, today, sql``);
}

async function findLetters(
  sql: TransactionSql,
  unitId: string,
  ids: readonly string[],
  today: LocalDate,
  lock: Fragment,
): Promise<LetterRow[]> {
  const rows = await sql<KeptLetter[]>`
    select l.id, l.kind, l.dossier_id as "dossierId", l.state, l.revision, l.register, l.content,
      l.template_version as "templateVersion", d.external_code as "externalCode",
      coalesce((select p.name from procedure p where p.code = d.procedure_code
        order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1), d.procedure_code)
        as "procedureName",
      d.received_at as "receivedAt", d.promised_at as "dueAt", d.finished_at as "finishedAt"
    from letter l
    left join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
    where l.unit_id = ${unitId} and l.id = any(${[...ids]}::uuid[])
    order by l.id ${lock}`;
  if (rows.length !== new Set(ids).size) throw new AppError("NOT_FOUND", "letter.notFound");
  const [kinds, office] = await Promise.all([loadKinds(sql, unitId), officeOn(sql, unitId, today)]);
  const texts = await loadTexts(sql, unitId, [...new Set(rows.map(({ kind }) => kind))]);
  return rows.map((row): LetterRow => {
    const { tone, title } = kindNamed(kinds, row.kind);
    return { ...row, tone, kindTitle: title, texts, office, slug: office.slug };
  });
}
