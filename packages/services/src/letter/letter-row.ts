import { AppError } from "@gandan/model/error/app-error";
import type { LetterContent } from "@gandan/model/letter/letter-inputs";
import type { Fragment, TransactionSql } from "postgres";

export type LetterState = "drafted" | "checked" | "returned" | "signed" | "delivered" | "withdrawn";

/** A letter with what its text needs of dossier and unit. */
export interface LetterRow {
  id: string;
  kind: string;
  dossierId: string;
  state: LetterState;
  revision: number;
  /** In which it is numbered. */
  register: string;
  content: LetterContent;
  externalCode: string;
  procedureName: string;
  receivedAt: Date;
  dueAt: Date;
  unitName: string;
  unitType: string;
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
  today: string,
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
  today: string,
): Promise<LetterRow[]> {
  return findLetters(sql, unitId, ids, today, sql``);
}

async function findLetters(
  sql: TransactionSql,
  unitId: string,
  ids: readonly string[],
  today: string,
  lock: Fragment,
): Promise<LetterRow[]> {
  const rows = await sql<LetterRow[]>`
    select l.id, l.kind, l.dossier_id as "dossierId", l.state, l.revision, l.register, l.content, d.external_code as "externalCode",
      coalesce((select p.name from procedure p where p.code = d.procedure_code
        order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1), d.procedure_code)
        as "procedureName",
      d.received_at as "receivedAt", d.promised_at as "dueAt", n.name as "unitName", n.type as "unitType", u.slug
    from letter l
    join dossier d on d.unit_id = l.unit_id and d.id = l.dossier_id
    join unit u on u.id = l.unit_id
    join unit_name n on n.unit_id = l.unit_id and n.valid_from <= ${today}::date
      and (n.valid_to is null or n.valid_to > ${today}::date)
    where l.unit_id = ${unitId} and l.id = any(${[...ids]}::uuid[])
    order by l.id ${lock}`;
  if (rows.length !== new Set(ids).size) throw new AppError("NOT_FOUND", "letter.notFound");
  return [...rows];
}
