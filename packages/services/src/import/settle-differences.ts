import type { DossierEvent, DossierFact, PersonEntry, PlainFact } from "@gandan/model/dossier/dossier-event";
import type { ImportMapping } from "@gandan/model/import/import-mapping";
import type { RowIntake } from "@gandan/model/import/read-row";
import { personEntries, type Why } from "@gandan/model/import/reconciliation";
import type { TransactionSql } from "postgres";
import type { DossierIntake } from "../dossier/record-dossiers";
import { compareTold, dropSettled } from "./compare-told";
import { clearStaging, stageTold } from "./stage-told";

/** The import whose rows are written. */
interface SettledRun {
  unitId: string;
  importId: string;
  mapping: ImportMapping;
  /** When its file was handed in: then its events were learned. */
  learnedAt: Date;
}

interface Difference {
  externalCode: string;
  entry: string;
  why: Why;
  ownAt: Date | null;
  toldAt: Date | null;
  own: unknown;
  told: unknown;
  ownRecordedAt: Date | null;
}

/**
 * What a portion of a file brings, as intakes: new dossiers whole, of known ones only what is to be written. It is worked
 * out again on what the unit has now; the choices made on the page hold, and where something contradicts that nobody has
 * seen, the unit's word stands. What was worked out is kept with the import. The unit's recording is locked.
 * @returns the intakes, and how many rows bring nothing
 */
export async function settlePortion(
  sql: TransactionSql,
  run: SettledRun,
  rows: readonly RowIntake[],
): Promise<{ intakes: DossierIntake[]; unchanged: number }> {
  const { unitId, importId } = run;
  await clearStaging(sql);
  const known = await stageTold(sql, unitId, rows, "known");
  if (known.size === 0) return { intakes: [...rows], unchanged: 0 };
  await compareTold(sql, unitId, run.mapping);
  await dropSettled(sql, unitId, importId);
  await takeChoices(sql, unitId, importId);
  const differences = await sql<Difference[]>`
    select t.code as "externalCode", d.entry, d.why, d.own_at as "ownAt", d.told_at as "toldAt", d.own, d.told,
      d.own_recorded_at as "ownRecordedAt"
    from pg_temp.told_difference d join pg_temp.told_dossier t using (dossier_id)
    where coalesce(d.choice, 'file') = 'file' order by t.code, d.place`;
  const byCode = new Map<string, Difference[]>();
  for (const each of differences) {
    const list = byCode.get(each.externalCode);
    if (list) list.push(each);
    else byCode.set(each.externalCode, [each]);
  }
  const intakes = rows.flatMap((row): DossierIntake[] => {
    if (!known.has(row.externalCode)) return [row];
    const found = byCode.get(row.externalCode);
    return found ? [intakeOf(row, found, run.learnedAt.toISOString())] : [];
  });
  return { intakes, unchanged: rows.length - intakes.length };
}

/** The choices of the page come over to what was worked out anew, which then takes the place of what the page showed. */
async function takeChoices(sql: TransactionSql, unitId: string, importId: string): Promise<void> {
  await sql`
    update pg_temp.told_difference t set choice = k.choice from import_difference k
    where t.choice is not null and k.unit_id = ${unitId} and k.run_id = ${importId} and k.dossier_id = t.dossier_id
      and k.choice is not null and k.entry = t.entry and k.why = t.why
      and k.own_at is not distinct from t.own_at and k.told_at is not distinct from t.told_at
      and k.own is not distinct from t.own and k.told is not distinct from t.told`;
  await sql`
    delete from import_difference k using pg_temp.told_dossier t
    where k.unit_id = ${unitId} and k.run_id = ${importId} and k.dossier_id = t.dossier_id`;
  await sql`
    insert into import_difference (unit_id, run_id, dossier_id, place, entry, why, own_at, told_at, own, told,
      own_recorded_at, choice)
    select ${unitId}::uuid, ${importId}::uuid, * from pg_temp.told_difference`;
}

const isPerson = (entry: string): entry is PersonEntry => (personEntries as readonly string[]).includes(entry);

function intakeOf(row: RowIntake, differences: readonly Difference[], learnedAt: string): DossierIntake {
  const events: DossierEvent[] = [];
  const people = new Map<PersonEntry, string>();
  for (const difference of differences) {
    if (isPerson(difference.entry)) people.set(difference.entry, String(difference.told));
    else events.push({ ...changeOf(difference), recordedAt: learnedAt });
  }
  if (people.size > 0) {
    events.push({ at: learnedAt, recordedAt: learnedAt, fact: { type: "amended", entries: [...people.keys()] } });
  }
  return {
    externalCode: row.externalCode,
    applicantName: people.get("applicant") ?? null,
    phone: people.get("phone") ?? null,
    officer: people.get("officer") ?? null,
    events,
  };
}

/** One event that brings a difference about: another event, or a correction of the one that stood. */
function changeOf({ entry, why, ownAt, toldAt, own, told, ownRecordedAt }: Difference): {
  at: string;
  fact: DossierFact;
} {
  const replaces = ownAt !== null && ownRecordedAt !== null && why !== "added";
  if (!replaces) return { at: toldAt!.toISOString(), fact: told as PlainFact };
  const was = { of: entry, was: ownAt.toISOString(), notedAt: ownRecordedAt.toISOString() };
  if (told === null) return { at: was.was, fact: { type: "corrected", ...was, is: null } };
  const at = (entry === "reappointed" ? ownAt : (toldAt ?? ownAt)).toISOString();
  return { at, fact: { type: "corrected", ...was, is: mergedFact(own as PlainFact, told as PlainFact) } };
}

/** What the file tells, and beside it what only the unit knows: papers, flags, what a letter says. */
function mergedFact(own: PlainFact, told: PlainFact): PlainFact {
  const { flags: _flags, fields: _fields, ...rest } = told as PlainFact & { flags?: unknown; fields?: unknown };
  return { ...own, ...rest } as PlainFact;
}
