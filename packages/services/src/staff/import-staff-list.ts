import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { Cell } from "@gandan/model/import/read-value";
import {
  MAX_STAFF_FILE_MB,
  MAX_STAFF_ROWS,
  type StaffListId,
  type UploadStaffList,
} from "@gandan/model/staff/staff-inputs";
import { findStaffColumns, keepStaffLine, type RawStaffLine } from "@gandan/model/staff/staff-list";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { readTable } from "../import/read-table";
import { localToday } from "../unit/local-today";
import { writePost } from "./add-person";
import { auditStaff } from "./audit-staff";
import { writeRole } from "./change-roles";
import { type PlannedPerson, planStaffList, type StaffPlan } from "./plan-staff-list";
import { beginStaffChange } from "./staff-guard";

/**
 * Takes a list of staff in (XLSX or CSV) to be looked at; writes nothing of it yet.
 * @throws AppError FORBIDDEN; INVALID staff.fileTooLarge | staff.noColumns | staff.listEmpty | staff.listTooLong |
 *   import.badFile
 */
export async function uploadStaffList(
  ctx: UnitCtx,
  { fileName, bytes }: UploadStaffList,
): Promise<{ importId: string }> {
  authorize(ctx, "staff:manage");
  if (bytes.length > MAX_STAFF_FILE_MB * 1024 * 1024) {
    throw new AppError("INVALID", "staff.fileTooLarge", { max: MAX_STAFF_FILE_MB });
  }
  const lines = await readLines(bytes);
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    const [row] = await sql<{ id: string }[]>`
      insert into staff_import (unit_id, file_name, state, lines, uploaded_by, uploaded_at)
      values (${unitId}, ${fileName}, 'waiting', ${JSON.stringify(lines)}::text::jsonb, ${actor.staffId}, ${now})
      returning id`;
    const importId = row?.id ?? "";
    await auditStaff(sql, ctx, "import-upload", importId, { fileName, rows: lines.length });
    return { importId };
  });
}

async function readLines(bytes: Uint8Array): Promise<RawStaffLine[]> {
  const lines: RawStaffLine[] = [];
  let at: ReturnType<typeof findStaffColumns> | undefined;
  const row = (line: number, cells: Cell[]) => {
    if (at && lines.length <= MAX_STAFF_ROWS) lines.push(keepStaffLine(line, cells, at));
  };
  const headers = (names: string[]) => {
    at = findStaffColumns(names);
  };
  await readTable(bytes, { headers, row });
  const missing = !at || at.name < 0 || at.role < 0 || (at.code < 0 && at.email < 0 && at.signInName < 0);
  if (missing) throw new AppError("INVALID", "staff.noColumns");
  if (lines.length === 0) throw new AppError("INVALID", "staff.listEmpty");
  if (lines.length > MAX_STAFF_ROWS) throw new AppError("INVALID", "staff.listTooLong", { max: MAX_STAFF_ROWS });
  return lines;
}

export interface StaffListPreview extends Omit<StaffPlan, "people"> {
  importId: string;
  fileName: string;
  state: "waiting" | "done" | "dropped";
  rows: number;
  counts: { new: number; changed: number; same: number };
}

/** What a list would do now, line by line. @throws AppError FORBIDDEN; NOT_FOUND staff.listNotFound */
export async function readStaffList(ctx: UnitCtx, { importId }: StaffListId): Promise<StaffListPreview> {
  authorize(ctx, "staff:manage");
  return inUnit(ctx, async (_tx, sql) => {
    const { fileName, state, lines } = await findList(sql, ctx.unitId, importId);
    const plan = await planStaffList(ctx, sql, lines);
    const count = (outcome: string) => plan.lines.filter((line) => line.outcome === outcome).length;
    return {
      importId,
      fileName,
      state,
      rows: lines.length,
      lines: plan.lines,
      errors: plan.errors,
      counts: { new: count("new"), changed: count("changed"), same: count("same") },
    };
  });
}

/**
 * Writes a list of staff, all of it or nothing: a list with an error is refused. What it says already changes nothing.
 * @throws AppError FORBIDDEN; NOT_FOUND staff.listNotFound; CONFLICT staff.listDone; INVALID staff.listWrong (count)
 */
export async function confirmStaffList(
  ctx: UnitCtx,
  { importId }: StaffListId,
): Promise<{ added: number; changed: number }> {
  return inUnit(ctx, async (_tx, sql) => {
    await beginStaffChange(ctx, sql);
    const { state, lines, fileName } = await findList(sql, ctx.unitId, importId);
    if (state !== "waiting") throw new AppError("CONFLICT", "staff.listDone");
    const { errors, people } = await planStaffList(ctx, sql, lines);
    if (errors.length > 0) throw new AppError("INVALID", "staff.listWrong", { count: errors.length });
    const added: string[] = [];
    const changed: string[] = [];
    for (const person of people) {
      const staffId = await writePerson(sql, ctx.unitId, person);
      (person.staffId ? changed : added).push(staffId);
    }
    await closeList(sql, ctx, importId, "done");
    await auditStaff(sql, ctx, "import", importId, { fileName, added, changed });
    return { added: added.length, changed: changed.length };
  });
}

/** Gives a list up. @throws AppError FORBIDDEN; NOT_FOUND staff.listNotFound; CONFLICT staff.listDone */
export async function dropStaffList(ctx: UnitCtx, { importId }: StaffListId): Promise<void> {
  await inUnit(ctx, async (_tx, sql) => {
    await beginStaffChange(ctx, sql);
    const { state } = await findList(sql, ctx.unitId, importId);
    if (state !== "waiting") throw new AppError("CONFLICT", "staff.listDone");
    await closeList(sql, ctx, importId, "dropped");
    await auditStaff(sql, ctx, "import-drop", importId);
  });
}

interface KeptList {
  fileName: string;
  state: "waiting" | "done" | "dropped";
  lines: RawStaffLine[];
}

async function findList(sql: TransactionSql, unitId: string, importId: string): Promise<KeptList> {
  const [row] = await sql<KeptList[]>`
    select file_name as "fileName", state, lines from staff_import where unit_id = ${unitId} and id = ${importId}`;
  if (!row) throw new AppError("NOT_FOUND", "staff.listNotFound");
  return row;
}

/** The lines are names and addresses of people: nobody needs them any more. */
async function closeList(sql: TransactionSql, { unitId, now }: UnitCtx, importId: string, state: "done" | "dropped") {
  await sql`
    update staff_import set state = ${state}, done_at = ${now}, lines = '[]'::jsonb
    where unit_id = ${unitId} and id = ${importId}`;
}

async function writePerson(sql: TransactionSql, unitId: string, person: PlannedPerson): Promise<string> {
  const { name, email, signInName, code, title, roles } = person;
  let { staffId } = person;
  if (staffId === null) {
    const [row] = await sql<{ id: string }[]>`
      insert into staff (sign_in_name, name, email) values (${signInName}, ${name}, ${email}) returning id`;
    staffId = row?.id ?? "";
  } else if (person.account) {
    await sql`update staff set name = ${name}, email = ${email} where id = ${staffId}`;
  }
  if (person.post) await writePost(sql, { unitId, staffId, code, title });
  for (const held of roles) await writeRole(sql, { unitId, staffId, ...held });
  return staffId;
}
