import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { type DossierRegister, dossierRegister, type RegisterLine } from "@gandan/documents/form/dossier-register";
import { writtenDate } from "@gandan/documents/official/written-time";
import { readSearch } from "@gandan/model/dossier/read-search";
import { AppError } from "@gandan/model/error/app-error";
import { formTitles, type PrintRegister, REGISTER_LIMITS } from "@gandan/model/form/form-inputs";
import type { Fragment, TransactionSql } from "postgres";
import { dossierFilter } from "../dossier/dossier-filter";
import { meanings } from "../dossier/find-dossiers";
import { queueTimes } from "../dossier/queue-times";
import { loadCalendar } from "../outcome/load-judge";
import { type DocumentFile, writeDocument } from "../platform/write-document";
import { officeOn } from "../settings/office-of-unit";
import { readSetting } from "../settings/unit-setting";
import { TITLES_AREA } from "./change-form-titles";
import { registerSheet } from "./register-sheet";

/** "từ 01/11/2026 đến 30/11/2026", as the days of receipt were chosen. */
function periodOf({ from, to }: PrintRegister, today: string): string {
  return from ? `từ ${writtenDate(from)} đến ${writtenDate(to ?? today)}` : `đến ${writtenDate(to ?? today)}`;
}

/** What the filters and the words searched may mean; the first that finds anything is meant, as in the list. */
async function conditionsOf(sql: TransactionSql, ctx: UnitCtx, input: PrintRegister): Promise<Fragment[]> {
  const { unitId, now } = ctx;
  // Planned for what is looked for: a plan for any unit and any word fits none.
  await sql.unsafe("set local plan_cache_mode = force_custom_plan");
  const calendar = await loadCalendar(sql, unitId, now);
  const filter = dossierFilter(sql, unitId, input, queueTimes(calendar, now, input.hours));
  if (!input.q) return [filter];
  const search = readSearch(input.q);
  return search ? meanings(sql, search).map((meaning) => sql`${filter} and ${meaning}`) : [];
}

const selectLines = (sql: TransactionSql, condition: Fragment, limit: number) => sql<RegisterLine[]>`
  select d.external_code as "externalCode", coalesce(p.name, d.procedure_code) as "procedureName",
    d.procedure_code as "procedureCode", d.applicant_name as "applicantName", d.phone, d.channel, d.state,
    d.received_at as "receivedAt", d.due_at as "dueAt", d.promised_at as "promisedAt",
    d.finished_at as "finishedAt", d.handed_over_at as "handedOverAt", d.officer,
    d.supplement_requests as supplements, d.apology_at is not null as apologised
  from dossier d
  left join lateral (
    select name from procedure where code = d.procedure_code
    order by effective_from <= d.received_on desc, effective_from desc limit 1
  ) p on true
  where ${condition}
  order by d.received_on, d.received_at, d.external_code limit ${limit}`;

async function readLines(sql: TransactionSql, ctx: UnitCtx, input: PrintRegister): Promise<RegisterLine[]> {
  const max = REGISTER_LIMITS[input.as];
  for (const condition of await conditionsOf(sql, ctx, input)) {
    const lines = await selectLines(sql, condition, max + 1);
    if (lines.length > max) {
      const [all] = await sql<{ count: number }[]>`select count(*)::int as count from dossier d where ${condition}`;
      throw new AppError("INVALID", "form.tooLong", { count: all?.count ?? lines.length, max });
    }
    if (lines.length > 0) return [...lines];
  }
  return [];
}

/**
 * Form 07 of Thông tư 03/2025/TT-VPCP: the register of the dossiers that the filters mean, by their day of receipt, as
 * PDF, DOCX or XLSX. It shows names and numbers, so its printing is logged.
 * @throws AppError FORBIDDEN; INVALID form.tooLong
 */
export async function printRegister(ctx: UnitCtx, input: PrintRegister): Promise<DocumentFile> {
  authorize(ctx, "dossier:read");
  const { unitId, now } = ctx;
  const { as, filterWords, page, ...filters } = input;
  const today = localDateOf(toLocalMinute(now));
  const { register, slug } = await inUnit(ctx, async (_tx, sql) => {
    const lines = await readLines(sql, ctx, input);
    const office = await officeOn(sql, unitId, today);
    const titles = await readSetting(sql, unitId, TITLES_AREA, formTitles);
    const register: DossierRegister = {
      title: titles.value["07"],
      date: today,
      unitName: office.unitName,
      place: office.place,
      deskName: office.deskName,
      period: periodOf(input, today),
      filters: filterWords,
      lines,
    };
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "dossier.print-register",
      details: { as, rows: lines.length, filters },
    });
    return { register, slug: office.slug };
  });
  const name = `so-theo-doi-${slug}-${today}`;
  return as === "xlsx" ? registerSheet(register, name) : writeDocument(dossierRegister(register), { name, format: as });
}
