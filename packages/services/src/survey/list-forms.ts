import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { formLanguages } from "@gandan/model/survey/form-sheet";
import type { FormId, OfferedForm } from "@gandan/model/survey/survey-inputs";
import type { TransactionSql } from "postgres";
import { isEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { readInvitationSetting } from "./invitation-setting";
import { type FormOffer, readOffers } from "./offered-forms";

/** A version of a form that was opened. */
export interface OpenedForm {
  formId: string;
  slug: string;
  version: number;
  title: string;
  /** As on the plan's annex: "Mẫu số 2". */
  code: string | null;
  origin: "model" | "commitments";
  questions: number;
  languages: string[];
  minCell: number;
  openedOn: LocalDate;
  openedBy: string | null;
  /** The last day on which it took answers; null while it is open. */
  closedOn: LocalDate | null;
  closedBy: string | null;
  /** Points in use that ask this form. */
  points: number;
  /** No later version was opened. */
  last: boolean;
}

/** A form of the model in force that is not open as it stands there. */
export interface OfferedFormLine {
  slug: string;
  title: string;
  code: string | null;
  origin: "model" | "commitments";
  questions: number;
  languages: string[];
  modelTitle: string;
  /** Never opened; opened otherwise worded; opened as it is and closed since. */
  state: "new" | "changed" | "closed";
}

export interface FormList {
  open: OpenedForm[];
  offered: OfferedFormLine[];
  /** Latest first. */
  closed: OpenedForm[];
  /** The form that tokens of dossiers open. */
  invitation: { formSlug: string | null; revision: number };
  mayEdit: boolean;
}

type FormRow = Omit<OpenedForm, "code" | "questions" | "languages"> & { source: SurveyForm; checksum: string };

function readForms(sql: TransactionSql, unitId: string, formId?: string): Promise<FormRow[]> {
  return sql<FormRow[]>`
    select f.id as "formId", f.slug, f.version, f.title, f.origin, f.source, f.checksum, f.min_cell as "minCell",
      f.opened_on as "openedOn", o.name as "openedBy", f.closed_on as "closedOn", c.name as "closedBy",
      (select count(*)::int from survey_point p
        where p.unit_id = f.unit_id and p.form_slug = f.slug and p.retired_at is null) as points,
      not exists (select from survey_form later
        where later.unit_id = f.unit_id and later.slug = f.slug and later.version > f.version) as last
    from survey_form f
    left join staff o on o.id::text = f.opened_by
    left join staff c on c.id::text = f.closed_by
    where f.unit_id = ${unitId} ${formId === undefined ? sql`` : sql`and f.id = ${formId}`}
    order by f.opened_at desc, f.id desc`;
}

function lineOf({ source, checksum: _, ...row }: FormRow): OpenedForm {
  return { ...row, code: source.code ?? null, questions: source.questions.length, languages: formLanguages(source) };
}

function offerLine(
  { source, origin, modelTitle, checksum }: FormOffer,
  rows: readonly FormRow[],
): OfferedFormLine | null {
  const last = rows.find(({ slug }) => slug === source.id);
  const same = last?.checksum === checksum;
  if (last && same && last.closedOn === null) return null;
  return {
    slug: source.id,
    title: source.title,
    code: source.code ?? null,
    origin,
    questions: source.questions.length,
    languages: formLanguages(source),
    modelTitle,
    state: !last ? "new" : same ? "closed" : "changed",
  };
}

/** The unit's survey forms: open, closed, and what its model offers beside them. @throws AppError FORBIDDEN */
export async function listForms(ctx: UnitCtx): Promise<FormList> {
  authorize(ctx, "survey:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [rows, offers, invitation, ended] = await Promise.all([
      readForms(sql, unitId),
      readOffers(sql, unitId, now),
      readInvitationSetting(sql, unitId),
      isEnded(sql, unitId, localToday(now)),
    ]);
    const lines = rows.map(lineOf);
    return {
      open: lines.filter(({ closedOn }) => closedOn === null),
      offered: offers.flatMap((offer) => offerLine(offer, rows) ?? []),
      closed: lines.filter(({ closedOn }) => closedOn !== null),
      invitation: { formSlug: invitation.value.formSlug, revision: invitation.revision },
      mayEdit: mayDo(ctx, "survey:edit") && !ended,
    };
  });
}

export interface FormPage extends OpenedForm {
  source: SurveyForm;
  mayEdit: boolean;
}

/** An opened form with its frozen questions. @throws AppError FORBIDDEN; NOT_FOUND survey.formNotFound */
export async function readForm(ctx: UnitCtx, { formId }: FormId): Promise<FormPage> {
  authorize(ctx, "survey:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [row] = await readForms(sql, unitId, formId);
    if (!row) throw new AppError("NOT_FOUND", "survey.formNotFound");
    const ended = await isEnded(sql, unitId, localToday(now));
    return { ...lineOf(row), source: row.source, mayEdit: mayDo(ctx, "survey:edit") && !ended };
  });
}

export interface OfferPage extends OfferedFormLine {
  source: SurveyForm;
  checksum: string;
  /** The version that is open otherwise worded, which opening this one closes. */
  instead: { formId: string; version: number; source: SurveyForm } | null;
  mayEdit: boolean;
}

/**
 * A form of the model in force before it is opened, to be looked at.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.noOffer (also when it is open as it stands)
 */
export async function readOffer(ctx: UnitCtx, { slug }: OfferedForm): Promise<OfferPage> {
  authorize(ctx, "survey:read");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [rows, offers, ended] = await Promise.all([
      readForms(sql, unitId),
      readOffers(sql, unitId, now),
      isEnded(sql, unitId, localToday(now)),
    ]);
    const offer = offers.find(({ source }) => source.id === slug);
    const line = offer && offerLine(offer, rows);
    if (!offer || !line) throw new AppError("NOT_FOUND", "survey.noOffer");
    const open = rows.find((row) => row.slug === slug && row.closedOn === null);
    return {
      ...line,
      source: offer.source,
      checksum: offer.checksum,
      instead: open ? { formId: open.formId, version: open.version, source: open.source } : null,
      mayEdit: mayDo(ctx, "survey:edit") && !ended,
    };
  });
}
