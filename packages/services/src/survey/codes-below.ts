import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inScope } from "@gandan/db/in-scope";
import { inUnit } from "@gandan/db/in-unit";
import { codeSheets } from "@gandan/documents/survey/code-sheets";
import { AppError } from "@gandan/model/error/app-error";
import type { CodesBelow, PrintSheetsBelow } from "@gandan/model/survey/survey-inputs";
import { type PlainUnitBelow, plainText, readPlainUnitsBelow } from "../oversight/units-below";
import type { DocumentFile } from "../platform/write-document";
import { localToday } from "../unit/local-today";

const PAGE_SIZE = 50;
/** Pages of one file: what a printer takes at once, and the typesetter in a few seconds. */
const MOST_SHEETS = 500;

interface PointBelow {
  unitId: string;
  code: string;
  label: string;
  kind: "desk" | "tablet" | "page";
  formTitle: string;
  english: boolean;
}

interface UnitWithCodes {
  unit: Pick<PlainUnitBelow, "id" | "slug" | "name" | "parentName">;
  /** Titles of the forms that are open there. */
  forms: string[];
  /** With a code to print, and tablets. */
  points: PointBelow[];
}

/** Units below that ask citizens today, with the points of each. */
async function readUnits(ctx: UnitCtx, words: string): Promise<UnitWithCodes[]> {
  const today = localToday(ctx.now);
  const wanted = plainText(words);
  return inScope(ctx, async (_tx, sql) => {
    const [units, forms, points] = await Promise.all([
      readPlainUnitsBelow(sql, ctx.unitId, { from: today, to: today }),
      sql<{ unitId: string; title: string }[]>`
        select unit_id as "unitId", title from survey_form where closed_on is null order by title`,
      sql<PointBelow[]>`
        select p.unit_id as "unitId", p.code, p.label, p.kind, f.title as "formTitle",
          coalesce(f.source -> 'translations' ? 'en', false) as english
        from survey_point p
        join survey_form f on f.unit_id = p.unit_id and f.slug = p.form_slug and f.closed_on is null
        where p.retired_at is null order by p.label collate "vi-x-icu", p.id`,
    ]);
    return units.flatMap((unit): UnitWithCodes[] => {
      if (!plainText(`${unit.name} ${unit.code}`).includes(wanted)) return [];
      const open = forms.filter(({ unitId }) => unitId === unit.id).map(({ title }) => title);
      const own = points.filter(({ unitId }) => unitId === unit.id);
      const { id, slug, name, parentName } = unit;
      return open.length > 0 ? [{ unit: { id, slug, name, parentName }, forms: open, points: own }] : [];
    });
  });
}

const isPrinted = ({ kind }: PointBelow) => kind !== "tablet";

export interface CodesBelowList {
  rows: { unit: UnitWithCodes["unit"]; forms: string[]; points: number; tablets: number }[];
  /** Of all pages. */
  total: number;
  /** Codes of all pages. */
  codes: number;
  page: number;
  pageSize: number;
}

/**
 * Which units below ask citizens today, by how many points: a page of them.
 * @throws AppError FORBIDDEN
 */
export async function listCodesBelow(ctx: UnitCtx, { words, page }: CodesBelow): Promise<CodesBelowList> {
  authorize(ctx, "survey:read");
  const units = await readUnits(ctx, words);
  const rows = units.map(({ unit, forms, points }) => {
    const printed = points.filter(isPrinted).length;
    return { unit, forms, points: printed, tablets: points.length - printed };
  });
  const from = (page - 1) * PAGE_SIZE;
  return {
    rows: rows.slice(from, from + PAGE_SIZE),
    total: rows.length,
    codes: rows.reduce((sum, { points }) => sum + points, 0),
    page,
    pageSize: PAGE_SIZE,
  };
}

/**
 * Sheets with the codes of all units below, or of those asked for, one a page. `origin` is where citizens reach the
 * communes' site.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.noPoints; INVALID survey.tooManySheets
 */
export async function printCodesBelow(ctx: UnitCtx, input: PrintSheetsBelow, origin: string): Promise<DocumentFile> {
  authorize(ctx, "survey:read");
  const { unitId, now } = ctx;
  const { words, size, unit: slug } = input;
  const today = localToday(now);
  const units = (await readUnits(ctx, words)).filter(({ unit }) => slug === undefined || unit.slug === slug);
  const sheets = units.flatMap(({ unit, points }) =>
    points.filter(isPrinted).map(({ code, label, formTitle, english }) => ({
      unitName: unit.name,
      formTitle,
      english,
      label,
      url: `${origin}/p/${unit.slug}/s/${code}`,
    })),
  );
  if (sheets.length === 0) throw new AppError("NOT_FOUND", "survey.noPoints");
  if (sheets.length > MOST_SHEETS) {
    throw new AppError("INVALID", "survey.tooManySheets", { count: sheets.length, max: MOST_SHEETS });
  }
  await inUnit(ctx, async (_tx, sql) => {
    const details = { size, units: units.length, sheets: sheets.length, ...(words ? { words } : {}) };
    const actor = ctx.actor.staffId;
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.print-sheets-below", details });
  });
  const { bytes } = await codeSheets(sheets, size, today);
  return { fileName: `ma-khao-sat-${slug ?? "cac-don-vi"}-${size}.pdf`, contentType: "application/pdf", bytes };
}
