import type { Translate } from "@gandan/i18n/translator";
import { actOnDossier, receiveDossier } from "@gandan/model/dossier/desk-inputs";
import {
  findProcedures,
  meantProcedure,
  type NamedProcedure,
  procedureText,
} from "@gandan/model/procedure/find-procedures";

/** What a form could not be taken for: the words typed, and what is wrong by the name of the field. */
export interface FormRefusal {
  values: Record<string, string>;
  errors: Record<string, string>;
}

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function valuesOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]));
}

/** Fields left empty are not there. */
const told = (value: string | undefined) => value || undefined;

/** An appointment of a form ("2026-11-26T17:00" on the clock of Viet Nam) as an instant; what is none stays as it is. */
function instantOf(value: string | undefined): string | undefined {
  const minute = value && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value) ? new Date(`${value}:00+07:00`) : null;
  return minute && !Number.isNaN(minute.getTime()) ? minute.toISOString() : told(value);
}

/** Which procedure is meant, or what to type so that it can be told. */
function readProcedure(procedures: readonly NamedProcedure[], typed: string, t: Translate) {
  const meant = meantProcedure(procedures, typed);
  if (meant) return { code: meant.code, error: t("dossier.desk.chooseError") };
  const found = typed === "" ? [] : findProcedures(procedures, typed);
  if (found.length === 0) return { code: "", error: t("dossier.desk.chooseError") };
  const some = found.slice(0, 3).map(procedureText).join("; ");
  return { code: "", error: t("dossier.desk.chooseSeveral", { count: found.length, some }) };
}

/** The form for receiving a dossier, as the API takes it; the procedure is typed, by its name or its code. */
export function readReceipt(form: FormData, procedures: readonly NamedProcedure[], t: Translate) {
  const values = valuesOf(form);
  const procedure = readProcedure(procedures, values.procedure ?? "", t);
  const parsed = receiveDossier.safeParse({
    externalCode: told(values.externalCode),
    procedure: procedure.code,
    channel: told(values.channel),
    applicantName: values.applicantName ?? "",
    phone: told(values.phone),
    papers: lines(values.papers ?? ""),
    complete: values.complete === "yes",
    dueAt: instantOf(values.dueAt),
    at: told(values.at),
    key: values.key ?? "",
  });
  if (parsed.success) return { input: parsed.data, values };
  const words: Record<string, string> = {
    procedure: procedure.error,
    applicantName: t("dossier.desk.applicantError"),
    phone: t("dossier.desk.phoneError"),
    at: t("dossier.desk.atError"),
    dueAt: t("dossier.desk.dueError"),
  };
  return { refusal: refusalOf(values, parsed.error.issues, words, t) };
}

/** The form of one deed, as the API takes it. */
export function readDeed(form: FormData, dossierId: string, t: Translate) {
  const values = valuesOf(form);
  const { deed: type = "", seen, at } = values;
  const amount = values.amount ? Number(values.amount.replace(/[.\s]/g, "")) : undefined;
  const fields: Record<string, Record<string, unknown>> = {
    accept: { dueAt: instantOf(values.dueAt) },
    forward: { to: values.to ?? "" },
    "request-supplement": { papers: lines(values.papers ?? ""), reason: values.reason ?? "" },
    "request-duty": { amount },
    refuse: { reason: values.reason ?? "" },
    stop: { reason: values.reason ?? "" },
  };
  const parsed = actOnDossier.safeParse({
    dossierId,
    seen: Number(seen),
    at: told(at),
    deed: { type, ...fields[type] },
  });
  if (parsed.success) return { input: parsed.data, values };
  const words: Record<string, string> = {
    to: t("dossier.desk.toError"),
    papers: t("dossier.desk.papersError"),
    reason: t("dossier.desk.reasonError"),
    at: t("dossier.desk.atError"),
    dueAt: t("dossier.desk.atError"),
    amount: t("error.field.number"),
  };
  return { refusal: refusalOf(values, parsed.error.issues, words, t) };
}

function refusalOf(
  values: Record<string, string>,
  issues: readonly { path: readonly PropertyKey[] }[],
  words: Readonly<Record<string, string>>,
  t: Translate,
): FormRefusal {
  const names = issues.map(({ path }) =>
    String(path.find((part) => part !== "deed" && typeof part === "string") ?? ""),
  );
  return { values, errors: Object.fromEntries(names.map((name) => [name, words[name] ?? t("dossier.desk.fixError")])) };
}
