import { authorize } from "@gandan/auth/roles";
import type { InstallationKey } from "@gandan/auth/seal";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { AppError } from "@gandan/model/error/app-error";
import { formTitles, type PrintForm } from "@gandan/model/form/form-inputs";
import { type FormDatum, type FormNumber, formsOfDossier, type OfferedForm } from "@gandan/model/form/forms-of-dossier";
import type { TransactionSql } from "postgres";
import { lookUpOf } from "../look-up/slip-code";
import { loadJudge } from "../outcome/load-judge";
import { type DocumentFile, writeDocument } from "../platform/write-document";
import { readSetting } from "../settings/unit-setting";
import { inviteDossier } from "../survey/invite";
import { TITLES_AREA } from "./change-form-titles";
import { composeForm, type FormExtras } from "./compose-form";
import { type FormEvent, type FormFacts, readFormFacts } from "./form-facts";

const FILE_NAMES: Readonly<Record<FormNumber, string>> = {
  "01": "giay-tiep-nhan",
  "02": "phieu-bo-sung",
  "03": "phieu-tu-choi",
  "04": "xin-loi-gia-han",
  "05": "thong-bao-dung",
  "06": "phieu-kiem-soat",
};

/** Names the first datum that is missing; each has a sentence of its own, saying where to enter it. */
function refuseMissing([datum]: readonly FormDatum[]): void {
  switch (datum) {
    case "applicantName":
      throw new AppError("INVALID", "form.missing.applicantName");
    case "papers":
      throw new AppError("INVALID", "form.missing.papers");
    case "reason":
      throw new AppError("INVALID", "form.missing.reason");
    case "cause":
      throw new AppError("INVALID", "form.missing.cause");
    case "newDueAt":
      throw new AppError("INVALID", "form.missing.newDueAt");
  }
}

/** The last deed that gives rise to the form, or the one asked for. */
function findForm(facts: FormFacts, { form, seq }: PrintForm): OfferedForm {
  const offered = formsOfDossier(facts.applicantName, facts.events).filter((each) => each.form === form);
  const found = seq === undefined || form === "06" ? offered.at(-1) : offered.find((each) => each.seq === seq);
  if (!found) throw new AppError("NOT_FOUND", "form.notFound", { form });
  return found;
}

/** The appointment before an event, as the events before it gave it. */
async function promisedBefore(sql: TransactionSql, ctx: UnitCtx, events: readonly FormEvent[], event: FormEvent) {
  const judge = await loadJudge(sql, ctx.unitId, ctx.now);
  const before = events.filter(({ seq, at }) => seq < event.seq && at <= event.at);
  const { promisedAt } = judge.fold(
    before.map(({ at, recordedAt, fact }) => ({
      at: at.toISOString(),
      recordedAt: recordedAt.toISOString(),
      fact,
    })),
  );
  return promisedAt === NEVER ? null : toInstant(promisedAt);
}

/** The letter whose signing the event is; letters of before have nothing but their number. */
async function letterOf(sql: TransactionSql, unitId: string, dossierId: string, event: FormEvent) {
  const [row] = await sql<NonNullable<FormExtras["letter"]>[]>`
    select coalesce(substring(m.document ->> 'number' from '^Số: *([^ ]+)'), lpad(l.number::text, greatest(2, length(l.number::text)), '0')) as sign,
      l.signed_at as "signedAt", m.document -> 'signature' -> 'capacity' as capacity,
      (select name from staff where id::text = l.signed_by) as signer
    from letter l left join letter_making m on m.unit_id = l.unit_id and m.letter_id = l.id
    where l.unit_id = ${unitId} and l.dossier_id = ${dossierId} and l.kind = 'apology' and l.number is not null
      and l.signed_at = ${event.at}
    order by l.number limit 1`;
  return row ?? null;
}

/** What a form needs of the installation: its secret, and the address of the request, for units that have set none. */
interface PrintEnv {
  key: InstallationKey;
  origin: string;
}

/** Where the holder of form 01 is asked about the dossier; the token is the same on each print. */
async function surveyUrlOf(
  sql: TransactionSql,
  { unitId, now }: UnitCtx,
  dossierId: string,
  { office }: FormFacts,
  env: PrintEnv,
): Promise<string | null> {
  const invited = await inviteDossier(sql, { unitId, dossierId, way: "slip", now, office, ...env });
  return invited?.url ?? null;
}

/**
 * A form of a dossier as PDF or DOCX: in Vietnamese, whatever language the officer reads. It shows the applicant's name
 * and number, so its printing is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND dossier.notFound, form.notFound; INVALID form.missing.*
 */
export async function printForm(ctx: UnitCtx, input: PrintForm, env: PrintEnv): Promise<DocumentFile> {
  authorize(ctx, "dossier:read");
  const { unitId, now } = ctx;
  const { form, dossierId, as } = input;
  const { document, externalCode } = await inUnit(ctx, async (_tx, sql) => {
    const facts = await readFormFacts(sql, unitId, dossierId, localDateOf(toLocalMinute(now)));
    const offered = findForm(facts, input);
    refuseMissing(offered.missing);
    const event = facts.events.find(({ seq }) => seq === offered.seq) ?? null;
    const titles = await readSetting(sql, unitId, TITLES_AREA, formTitles);
    const about04 = form === "04" && event ? event : null;
    const extras: FormExtras = {
      title: titles.value[form],
      now,
      maker: ctx.actor.name,
      promisedBefore: about04 && (await promisedBefore(sql, ctx, facts.events, about04)),
      letter: about04 && (await letterOf(sql, unitId, dossierId, about04)),
      surveyUrl: form === "01" ? await surveyUrlOf(sql, ctx, dossierId, facts, env) : null,
      lookUp: lookUpOf(env.key, facts.office.publicAddress ?? env.origin, unitId, { ...facts, dossierId }),
    };
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "dossier.print-form",
      subject: dossierId,
      details: { form, as, ...(offered.seq === null ? {} : { seq: offered.seq }) },
    });
    return { document: composeForm(form, facts, event, extras), externalCode: facts.externalCode };
  });
  const name = `${FILE_NAMES[form]}-${externalCode.replace(/[^\w.-]/g, "-")}`;
  return writeDocument(document, { name, format: as });
}
