import { randomUUID } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import type { InstallationKey } from "@gandan/auth/seal";
import { surveyToken } from "@gandan/auth/survey-token";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { invitationSlip } from "@gandan/documents/survey/code-sheets";
import { AppError } from "@gandan/model/error/app-error";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { formSheet } from "@gandan/model/survey/form-sheet";
import type { MailInvitation, PrintInvitation } from "@gandan/model/survey/survey-inputs";
import type { TransactionSql } from "postgres";
import { isEnded } from "../adoption/refuse-ended";
import type { Mailer } from "../notice/open-mailer";
import type { DocumentFile } from "../platform/write-document";
import { type OfficeOfUnit, officeOn } from "../settings/office-of-unit";
import { localToday } from "../unit/local-today";
import { composeInvitation } from "./compose-invitation";
import { readInvitationSetting } from "./invitation-setting";

/** How a token comes to the citizen. */
export type InvitationWay = "slip" | "result" | "e-mail";

interface InvitationParts {
  unitId: string;
  dossierId: string;
  way: InvitationWay;
  now: Date;
  key: InstallationKey;
  office: Pick<OfficeOfUnit, "slug" | "publicAddress">;
  /** Where the site is reached, unless the unit has set an address of its own. */
  origin: string;
}

export interface Invitation {
  /** The address that holds the token; kept nowhere. */
  url: string;
  form: SurveyForm;
}

/**
 * The token of a dossier for the form that the unit has chosen, as an address. A dossier has one for a form, on whatever
 * paper it stands: printed again it is the same, so that nobody answers twice. Null where the unit has chosen no form, the form
 * is closed, or the unit is no more. Within the caller's transaction, which has authorised.
 */
export async function inviteDossier(sql: TransactionSql, parts: InvitationParts): Promise<Invitation | null> {
  const { unitId, dossierId, way, now, key, office, origin } = parts;
  const { formSlug } = (await readInvitationSetting(sql, unitId)).value;
  if (formSlug === null || (await isEnded(sql, unitId, localToday(now)))) return null;
  const [form] = await sql<{ source: SurveyForm }[]>`
    select source from survey_form where unit_id = ${unitId} and slug = ${formSlug} and closed_on is null`;
  if (!form) return null;
  await sql`
    insert into survey_invitation (unit_id, dossier_id, form_slug, issued_on, way)
    values (${unitId}, ${dossierId}, ${formSlug}, ${localToday(now)}, ${way})
    on conflict (unit_id, dossier_id, form_slug) do nothing`;
  const [row] = await sql<{ id: string }[]>`
    select id from survey_invitation
    where unit_id = ${unitId} and dossier_id = ${dossierId} and form_slug = ${formSlug}`;
  const token = surveyToken(key, unitId, row!.id);
  return { url: `${office.publicAddress ?? origin}/p/${office.slug}/t/${token}`, form: form.source };
}

interface FinishedDossier {
  externalCode: string;
  procedure: string;
  finishedAt: Date | null;
}

/** Where a token is made and reached. */
interface InvitationSite {
  key: InstallationKey;
  origin: string;
}

/** A dossier with a result and its token, on its way to the citizen; that it was given out is logged. */
async function inviteFinished(ctx: UnitCtx, dossierId: string, way: InvitationWay, site: InvitationSite) {
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [dossier] = await sql<FinishedDossier[]>`
      select d.external_code as "externalCode", d.finished_at as "finishedAt",
        coalesce((select p.name from procedure p where p.code = d.procedure_code
          order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1), d.procedure_code) as procedure
      from dossier d where d.unit_id = ${unitId} and d.id = ${dossierId}`;
    if (!dossier) throw new AppError("NOT_FOUND", "dossier.notFound");
    if (dossier.finishedAt === null) throw new AppError("INVALID", "survey.notFinished");
    const office = await officeOn(sql, unitId, localToday(now));
    const invited = await inviteDossier(sql, { unitId, dossierId, way, now, office, ...site });
    if (!invited) throw new AppError("NOT_FOUND", "survey.noInvitation");
    const actor = ctx.actor.staffId;
    await appendAudit(sql, { unitId, at: now, actor, action: "survey.invite", subject: dossierId, details: { way } });
    const finishedOn = localDateOf(toLocalMinute(dossier.finishedAt)).split("-").reverse().join("/");
    return {
      externalCode: dossier.externalCode,
      slip: {
        unitName: office.unitName.charAt(0).toUpperCase() + office.unitName.slice(1),
        formTitle: formSheet(invited.form, "vi").title,
        english: invited.form.translations?.en !== undefined,
        procedure: dossier.procedure,
        about: `Có kết quả ngày ${finishedOn}`,
        url: invited.url,
      },
    };
  });
}

/**
 * A slip of A5 to hand over with the result of a dossier: the code of this dossier alone, without the citizen's name.
 * @throws AppError FORBIDDEN; NOT_FOUND dossier.notFound, survey.noInvitation; INVALID survey.notFinished
 */
export async function printInvitation(
  ctx: UnitCtx,
  { dossierId }: PrintInvitation,
  site: InvitationSite,
): Promise<DocumentFile> {
  authorize(ctx, "dossier:act");
  const { slip, externalCode } = await inviteFinished(ctx, dossierId, "result", site);
  const { bytes } = await invitationSlip(slip, localToday(ctx.now));
  const name = externalCode.replace(/[^\w.-]/g, "-");
  return { fileName: `phieu-moi-${name}.pdf`, contentType: "application/pdf", bytes };
}

/**
 * Sends the token of a dossier with a result to an address that the citizen has given; the address stands in no table and
 * no log. `mailer` is null where the installation sends no e-mail.
 * @throws AppError FORBIDDEN; NOT_FOUND dossier.notFound, survey.noInvitation; INVALID survey.notFinished, survey.noMail,
 * survey.mailFailed
 */
export async function mailInvitation(
  ctx: UnitCtx,
  { dossierId, address }: MailInvitation,
  site: InvitationSite & { mailer: Pick<Mailer, "send"> | null },
): Promise<void> {
  authorize(ctx, "dossier:act");
  const { mailer, ...place } = site;
  if (!mailer) throw new AppError("INVALID", "survey.noMail");
  const { slip } = await inviteFinished(ctx, dossierId, "e-mail", place);
  try {
    await mailer.send(randomUUID(), address, composeInvitation(slip));
  } catch {
    // What the server said may hold the address.
    throw new AppError("INVALID", "survey.mailFailed");
  }
}
