import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { codeSheets } from "@gandan/documents/survey/code-sheets";
import { AppError } from "@gandan/model/error/app-error";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { formSheet } from "@gandan/model/survey/form-sheet";
import type { PrintSheets } from "@gandan/model/survey/survey-inputs";
import type { DocumentFile } from "../platform/write-document";
import { officeOn } from "../settings/office-of-unit";
import { localToday } from "../unit/local-today";

interface PointRow {
  id: string;
  code: string;
  label: string;
  source: SurveyForm;
}

/** "phường Đông Hà" → "Phường Đông Hà", as on a sheet of its own. */
const asHeading = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * Sheets with the codes of the points asked for, else of all that hang on a wall or stand on a table; a point whose form
 * is closed has none. `origin` is where the site is reached, unless the unit has set an address of its own.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.noPoints
 */
export async function printSheets(ctx: UnitCtx, input: PrintSheets, origin: string): Promise<DocumentFile> {
  authorize(ctx, "survey:read");
  const { unitId, now } = ctx;
  const { pointIds, size } = input;
  const today = localToday(now);
  const { sheets, slug } = await inUnit(ctx, async (_tx, sql) => {
    const [points, office] = await Promise.all([
      sql<PointRow[]>`
        select p.id, p.code, p.label, f.source from survey_point p
        join survey_form f on f.unit_id = p.unit_id and f.slug = p.form_slug and f.closed_on is null
        where p.unit_id = ${unitId} and p.retired_at is null
          and ${pointIds.length > 0 ? sql`p.id = any(${pointIds}::uuid[])` : sql`p.kind <> 'tablet'`}
        order by p.label collate "vi-x-icu", p.id`,
      officeOn(sql, unitId, today),
    ]);
    if (points.length === 0) throw new AppError("NOT_FOUND", "survey.noPoints");
    const details = { size, points: points.map(({ id }) => id) };
    const actor = ctx.actor.staffId;
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.print-sheets", details });
    const base = `${office.publicAddress ?? origin}/p/${office.slug}/s`;
    return {
      slug: office.slug,
      sheets: points.map(({ code, label, source }) => ({
        unitName: asHeading(office.unitName),
        formTitle: formSheet(source, "vi").title,
        english: source.translations?.en !== undefined,
        label,
        url: `${base}/${code}`,
      })),
    };
  });
  const { bytes } = await codeSheets(sheets, size, today);
  return { fileName: `ma-khao-sat-${slug}-${size}.pdf`, contentType: "application/pdf", bytes };
}
