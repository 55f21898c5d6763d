import type { FormHead } from "@gandan/documents/form/form-parts";
import type { Channel, DossierFact } from "@gandan/model/dossier/dossier-event";
import { AppError } from "@gandan/model/error/app-error";
import type { TransactionSql } from "postgres";
import { type OfficeOfUnit, officeOn } from "../settings/office-of-unit";

export interface FormEvent {
  seq: number;
  at: Date;
  recordedAt: Date;
  /** Name of the person; null when none is known. */
  actor: string | null;
  source: "import" | "desk" | "demo";
  fact: DossierFact;
}

/** What the forms of a dossier are made of. */
export interface FormFacts {
  office: OfficeOfUnit;
  externalCode: string;
  procedureName: string;
  procedureCode: string;
  applicantName: string | null;
  phone: string | null;
  officer: string | null;
  channel: Channel;
  receivedAt: Date;
  dueAt: Date | null;
  /** In the order in which they were learned of. */
  events: FormEvent[];
}

/**
 * A dossier with its events and the unit as papers show it on a day.
 * @throws AppError NOT_FOUND dossier.notFound
 */
export async function readFormFacts(
  sql: TransactionSql,
  unitId: string,
  dossierId: string,
  day: string,
): Promise<FormFacts> {
  const [rows, events, office] = await Promise.all([
    sql<Omit<FormFacts, "events" | "office">[]>`
      select d.external_code as "externalCode", d.applicant_name as "applicantName", d.phone, d.officer, d.channel,
        d.received_at as "receivedAt", d.due_at as "dueAt",
        d.procedure_code as "procedureCode",
        coalesce((select p.name from procedure p where p.code = d.procedure_code
          order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1), d.procedure_code)
          as "procedureName"
      from dossier d where d.unit_id = ${unitId} and d.id = ${dossierId}`,
    sql<FormEvent[]>`
      select e.seq, e.at, e.recorded_at as "recordedAt", s.name as actor, e.source, e.fact
      from dossier_event e left join staff s on s.id::text = e.actor
      where e.unit_id = ${unitId} and e.dossier_id = ${dossierId} order by e.seq`,
    officeOn(sql, unitId, day),
  ]);
  const [row] = rows;
  if (!row) throw new AppError("NOT_FOUND", "dossier.notFound");
  return { ...row, events: [...events], office };
}

/** What stands at the top of every form. */
export function formHead(facts: FormFacts, title: string, date: string): FormHead {
  const { office, externalCode, procedureName, procedureCode, applicantName, phone } = facts;
  return {
    title,
    date,
    unitName: office.unitName,
    place: office.place,
    deskName: office.deskName,
    deskPhone: office.phone,
    externalCode,
    procedureName,
    procedureCode,
    applicantName: applicantName ?? "",
    phone,
  };
}
