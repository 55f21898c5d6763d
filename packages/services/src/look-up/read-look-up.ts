import type { Channel, DossierEvent, PlainFact } from "@gandan/model/dossier/dossier-event";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import { sortEvents } from "@gandan/model/dossier/sort-events";
import { AppError } from "@gandan/model/error/app-error";
import type { OpenLookUp } from "@gandan/model/look-up/look-up-inputs";
import { office } from "@gandan/model/settings/office-inputs";
import type { TransactionSql } from "postgres";
import { startOfMinute } from "../dossier/queue-times";
import { loadKinds } from "../letter/unit-kinds";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { readSetting } from "../settings/unit-setting";
import { inviteDossier } from "../survey/invite";
import { readPass } from "./look-up-pass";

/** What citizens are told of; the rest is work between officers. */
const TOLD = [
  "received",
  "accepted",
  "supplement-requested",
  "supplemented",
  "duty-requested",
  "duty-done",
  "apologised",
  "reappointed",
  "refused",
  "withdrawn",
  "stopped",
  "finished",
  "handed-over",
] as const satisfies readonly PlainFact["type"][];
export type ToldStep = (typeof TOLD)[number];

export interface LetterAbout {
  title: string;
  /** "08/TXL-UBND" */
  sign: string;
  signedAt: Date;
  /** Of the address at which anyone sees that the letter is genuine; null for letters of before. */
  proof: string | null;
}

/** A dossier as its holder may see it: no name, no number of a phone, no officer. */
export interface LookedUp {
  externalCode: string;
  procedureName: string;
  channel: Channel;
  state: DossierState;
  receivedAt: Date;
  /** First appointment; null while the dossier is not complete. */
  dueAt: Date | null;
  /** Appointment in force. */
  promisedAt: Date | null;
  finishedAt: Date | null;
  handedOverAt: Date | null;
  /** Past its appointment and not finished, or finished after it. */
  late: boolean;
  /** Papers still to be brought; null when none are asked for. */
  supplement: { papers: string[]; reason: string | null } | null;
  /** What is to be paid, in đồng where it was stated; null when nothing is. */
  duty: { amount: number | null } | null;
  /** Why it ended without a result; null when it did not or no reason stands there. */
  endedReason: string | null;
  /** Latest first. */
  steps: { type: ToldStep; at: Date }[];
  /** Signed ones, latest first. */
  letters: LetterAbout[];
  desk: { name: string; phone: string | null };
  /** Path of the survey for this dossier, once it is finished and while the unit asks; null otherwise. */
  survey: string | null;
  asOf: Date;
}

type MadeOfMore = "late" | "supplement" | "duty" | "endedReason" | "steps" | "letters" | "desk" | "survey" | "asOf";

interface Row extends Omit<LookedUp, MadeOfMore> {
  pausedSince: Date | null;
  endedAt: Date | null;
}

async function findRow(sql: TransactionSql, unitId: string, dossierId: string): Promise<Row | undefined> {
  const [row] = await sql<Row[]>`
    select d.external_code as "externalCode", d.channel, d.state, d.received_at as "receivedAt", d.due_at as "dueAt",
      d.promised_at as "promisedAt", d.finished_at as "finishedAt", d.handed_over_at as "handedOverAt",
      d.ended_at as "endedAt", d.paused_since as "pausedSince",
      coalesce((select p.name from procedure p where p.code = d.procedure_code
        order by p.effective_from <= d.received_on desc, p.effective_from desc limit 1), d.procedure_code)
        as "procedureName"
    from dossier d where d.unit_id = ${unitId} and d.id = ${dossierId}`;
  return row;
}

async function eventsOf(sql: TransactionSql, unitId: string, dossierId: string): Promise<DossierEvent[]> {
  const rows = await sql<{ at: Date; recordedAt: Date; fact: DossierEvent["fact"] }[]>`
    select at, recorded_at as "recordedAt", fact from dossier_event
    where unit_id = ${unitId} and dossier_id = ${dossierId} order by at, seq`;
  return rows.map(({ at, recordedAt, fact }) => ({ at: at.toISOString(), recordedAt: recordedAt.toISOString(), fact }));
}

async function lettersOf(sql: TransactionSql, unitId: string, dossierId: string): Promise<LetterAbout[]> {
  const [rows, kinds] = await Promise.all([
    sql<(Omit<LetterAbout, "title"> & { kind: string })[]>`
      select l.kind, l.signed_at as "signedAt", m.proof,
        coalesce(substring(m.document ->> 'number' from '^Số: *([^ ]+)'),
          lpad(l.number::text, greatest(2, length(l.number::text)), '0')) as sign
      from letter l left join letter_making m on m.unit_id = l.unit_id and m.letter_id = l.id
      where l.unit_id = ${unitId} and l.dossier_id = ${dossierId} and l.number is not null
        and l.state in ('signed', 'delivered')
      order by l.signed_at desc`,
    loadKinds(sql, unitId),
  ]);
  const titles = new Map(kinds.map(({ kind, title }) => [kind, title]));
  return rows.map(({ kind, ...row }) => ({ ...row, title: titles.get(kind) ?? kind }));
}

function lastOf<Type extends PlainFact["type"]>(facts: readonly PlainFact[], ...types: Type[]) {
  return facts.findLast((fact): fact is Extract<PlainFact, { type: Type }> => types.some((type) => type === fact.type));
}

const isTold = (type: string): type is ToldStep => (TOLD as readonly string[]).includes(type);

/** What the events say to the holder, in the state in which the dossier is. */
function toldBy(events: readonly DossierEvent[], state: DossierState) {
  const standing = sortEvents(events);
  const facts = standing.map(({ fact }) => fact);
  const asked = state === "awaiting-supplement" ? lastOf(facts, "supplement-requested") : undefined;
  const due = state === "awaiting-duty" ? lastOf(facts, "duty-requested") : undefined;
  const ended = state === "not-accepted" || state === "stopped" ? lastOf(facts, "refused", "stopped") : undefined;
  return {
    supplement: asked ? { papers: asked.papers ?? [], reason: asked.reason ?? null } : null,
    duty: due ? { amount: due.amount ?? null } : null,
    endedReason: ended?.reason ?? null,
    steps: standing.flatMap(({ at, fact: { type } }) => (isTold(type) ? [{ type, at: new Date(at) }] : [])).reverse(),
  };
}

/** As the rules see it: in the minute of its appointment nothing is late yet, nor while the citizen is awaited. */
function isLate({ promisedAt, finishedAt, endedAt, pausedSince }: Row, now: Date): boolean {
  if (!promisedAt || endedAt || (pausedSince && !finishedAt)) return false;
  return (finishedAt ?? startOfMinute(now)) > promisedAt;
}

/** Who asks about a dossier of long ago is not asked about it. */
const SURVEY_DAYS = 90;

/** The survey for a dossier that is finished: the same token as on its papers, so that nobody answers twice. */
async function surveyOf(
  sql: TransactionSql,
  { policy: { key }, now }: RequestCtx,
  { unitId, slug, dossierId }: { unitId: string; slug: string; dossierId: string },
  { finishedAt }: Row,
): Promise<string | null> {
  if (!finishedAt || now.getTime() - finishedAt.getTime() > SURVEY_DAYS * 86_400_000) return null;
  const office = { slug, publicAddress: null };
  const invited = await inviteDossier(sql, { unitId, dossierId, way: "result", now, key, office, origin: "" });
  return invited?.url ?? null;
}

/**
 * How a dossier stands, for who holds a pass to it ({@link readPass}).
 * @throws AppError NOT_FOUND unit.notFound, lookUp.over
 */
export function readLookUp(ctx: RequestCtx, { slug, pass }: OpenLookUp): Promise<LookedUp> {
  const { now } = ctx;
  return inPublicUnit(ctx, slug, async (sql, unit) => {
    const dossierId = readPass(ctx.policy.key, unit.id, pass, now);
    if (!dossierId) throw new AppError("NOT_FOUND", "lookUp.over");
    const [row, events, letters, { value: desk }] = await Promise.all([
      findRow(sql, unit.id, dossierId),
      eventsOf(sql, unit.id, dossierId),
      lettersOf(sql, unit.id, dossierId),
      readSetting(sql, unit.id, "office", office),
    ]);
    if (!row) throw new AppError("NOT_FOUND", "lookUp.over");
    const survey = await surveyOf(sql, ctx, { unitId: unit.id, slug, dossierId }, row);
    const { pausedSince, endedAt, ...shown } = row;
    return {
      ...shown,
      late: isLate(row, now),
      ...toldBy(events, row.state),
      letters,
      desk: { name: desk.deskName, phone: desk.phone || null },
      survey,
      asOf: now,
    };
  });
}
