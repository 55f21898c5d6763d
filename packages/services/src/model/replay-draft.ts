import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { type LocalDate, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import {
  apologyFieldBits,
  channelCode,
  DossierColumns,
  flagSetWord,
  letterColumn,
  signerCode,
} from "@gandan/model/dossier/dossier-columns";
import type { LetterKind } from "@gandan/model/dossier/dossier-event";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { dossierGroupCode } from "@gandan/model/dossier/dossier-group";
import { AppError } from "@gandan/model/error/app-error";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { ruleSentence } from "@gandan/model/model-editing/describe-model";
import type { ReplayDraft } from "@gandan/model/model-editing/model-inputs";
import type { Replay, ReplayScore } from "@gandan/model/model-editing/replay-result";
import { MET, MISSED } from "@gandan/model/outcome/outcome";
import { outcomeCodeAt } from "@gandan/model/outcome/pack-outcomes";
import { countOutcome, emptyTally, type Tally } from "@gandan/model/outcome/tally";
import { type CompiledModel, compileModel } from "@gandan/model/rules/compile-model";
import { scoreModel } from "@gandan/model/score/score-model";
import type { TransactionSql } from "postgres";
import { loadJudge } from "../outcome/load-judge";
import { checkText, dayOf } from "./check-text";
import { findVersion, findVersions, inForce } from "./visible-models";

const PAGE = 10_000;
const SHOWN = 5;

const minute = (column: string) =>
  `coalesce(floor(extract(epoch from d.${column}) / 60)::int + 420, ${NEVER}) as "${column}"`;
const MINUTES = [
  "received_at",
  "accepted_at",
  "due_at",
  "promised_at",
  "finished_at",
  "handed_over_at",
  "closed_at",
  "ended_at",
  "paused_since",
  "apology_at",
] as const;
/** Facts as integers: making a Date of each instant would take most of the time. */
const SELECT = `d.id, d.external_code as code, d.procedure_code as procedure, d.procedure_group as "group", d.channel,
  d.flags, ${MINUTES.map(minute).join(", ")}, d.paused_minutes, d.supplement_requests, d.reappointments,
  d.apology_fields, d.apology_signer, d.letters`;

type Row = Record<(typeof MINUTES)[number], number> & {
  id: string;
  code: string;
  procedure: string;
  group: string;
  channel: string;
  flags: string[];
  paused_minutes: number;
  supplement_requests: number;
  reappointments: number;
  apology_fields: string[];
  apology_signer: string | null;
  letters: { letter: LetterKind; at: string }[];
};

function fill(cols: DossierColumns, rows: readonly Row[]): void {
  cols.reserve(rows.length);
  cols.length = rows.length;
  rows.forEach((row, i) => {
    cols.receivedAt[i] = row.received_at;
    cols.acceptedAt[i] = row.accepted_at;
    cols.dueAt[i] = row.due_at;
    cols.promisedAt[i] = row.promised_at;
    cols.finishedAt[i] = row.finished_at;
    cols.handedOverAt[i] = row.handed_over_at;
    cols.closedAt[i] = row.closed_at;
    cols.endedAt[i] = row.ended_at;
    cols.pausedSince[i] = row.paused_since;
    cols.apologyAt[i] = row.apology_at;
    cols.pausedMinutes[i] = row.paused_minutes;
    for (const column of cols.letterAt) column[i] = NEVER;
    for (const { letter, at } of row.letters) {
      const column = cols.letterAt[letterColumn(letter)]!;
      column[i] = Math.min(column[i]!, toLocalMinute(new Date(at)));
    }
    cols.procedure[i] = cols.words.procedures.codeOf(row.procedure);
    cols.flagSet[i] = cols.words.flagSets.codeOf(flagSetWord(row.flags));
    cols.group[i] = dossierGroupCode(row.group);
    cols.channel[i] = channelCode(row.channel);
    cols.supplementRequests[i] = Math.min(row.supplement_requests, 255);
    cols.reappointments[i] = Math.min(row.reappointments, 255);
    cols.apologyFields[i] = apologyFieldBits(row.apology_fields);
    cols.apologySigner[i] = signerCode(row.apology_signer);
  });
}

/** One side of the comparison: a compiled model with its counts. */
class Side {
  readonly tallies: Tally[];
  readonly place: Map<string, number>;
  #out = new Uint32Array(0);

  constructor(
    readonly source: ModelSource,
    readonly compiled: CompiledModel,
  ) {
    this.tallies = compiled.dossierRuleIds.map(emptyTally);
    this.place = new Map(compiled.dossierRuleIds.map((id, i) => [id, i]));
  }

  judge(cols: DossierColumns, asOf: number): Uint32Array<ArrayBuffer> {
    if (this.#out.length < cols.length * 2) this.#out = new Uint32Array(cols.capacity * 2);
    const out = this.compiled.judgeColumns(cols, asOf, this.#out);
    this.tallies.forEach((tally, rule) => {
      for (let i = 0; i < cols.length; i++) countOutcome(tally, outcomeCodeAt(out, i, rule));
    });
    return out;
  }

  tallyOf(ruleId: string): Tally | null {
    const place = this.place.get(ruleId);
    return place === undefined ? null : (this.tallies[place] ?? null);
  }

  score(): ReplayScore {
    const indicators = new Map(this.compiled.dossierRuleIds.map((id, i) => [id, this.tallies[i]!]));
    const { points, coverage } = scoreModel(this.source, indicators);
    return { points, coverage };
  }
}

/** First and last day of the quarter before the one of `day`. */
export function lastQuarter(day: LocalDate): { from: LocalDate; to: LocalDate } {
  const start = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  start.setUTCMonth(Math.floor(start.getUTCMonth() / 3) * 3 - 3);
  const from = start.toISOString().slice(0, 10);
  start.setUTCMonth(start.getUTCMonth() + 3);
  start.setUTCDate(0);
  return { from, to: start.toISOString().slice(0, 10) };
}

/** Rows of the unit received between two days, in pages. */
async function eachPage(
  sql: TransactionSql,
  unitId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
  page: (rows: Row[]) => void,
): Promise<void> {
  const rows = sql<Row[]>`
    select ${sql.unsafe(SELECT)} from dossier d
    where d.unit_id = ${unitId} and d.received_on between ${from}::date and ${to}::date`;
  for await (const found of rows.cursor(PAGE)) page(found);
}

/**
 * The unit's own dossiers of a period through its draft: what each rule would have said, beside the version now in
 * force. Nothing is written; outcomes already judged stay. Facts other than dossiers are not replayed.
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID `model.invalid`
 */
export async function replayDraft(ctx: UnitCtx, input: ReplayDraft): Promise<Replay> {
  authorize(ctx, "model:read");
  const today = dayOf(ctx.now);
  const usual = lastQuarter(today);
  const period = { from: input.from ?? usual.from, to: input.to ?? usual.to };
  return inUnit(ctx, async (_tx, sql) => {
    const draft = await findVersion(sql, input.versionId);
    if (draft.unitId !== ctx.unitId) throw new AppError("NOT_FOUND", "model.versionNotFound");
    const { loaded } = await checkText(sql, ctx.unitId, draft.yaml, today);
    if ("problems" in loaded) throw new AppError("INVALID", "model.invalid", { count: loaded.problems.length });
    const judge = await loadJudge(sql, ctx.unitId, ctx.now);
    const codes = await sql<{ code: string }[]>`
      select distinct r.procedure_code as code from registration r
      join adoption a on a.unit_id = r.unit_id and a.id = r.adoption_id
      where r.unit_id = ${ctx.unitId} and (a.valid_to is null or a.valid_to > ${today}::date)`;
    const env = { calendar: judge.calendar, registered: new Set(codes.map(({ code }) => code)) };
    const base = inForce(await findVersions(sql, draft.modelId), today);
    const own = judge.ownVersionOn(today);
    const current = own?.source ?? base?.source;
    const after = new Side(loaded.model, compileModel(loaded.model, env));
    const before = current ? new Side(current, compileModel(current, env)) : null;

    const cols = new DossierColumns(PAGE);
    const asOf = toLocalMinute(ctx.now);
    let dossiers = 0;
    let changed = 0;
    const newlyMissed: Replay["newlyMissed"] = [];
    const shared = after.compiled.dossierRuleIds.flatMap((id, to): { id: string; from: number; to: number }[] => {
      const from = before?.place.get(id);
      return from === undefined ? [] : [{ id, from, to }];
    });
    await eachPage(sql, ctx.unitId, period, (rows) => {
      fill(cols, rows);
      dossiers += rows.length;
      const now = after.judge(cols, asOf);
      const was = before?.judge(cols, asOf);
      if (!was) return;
      rows.forEach((row, i) => {
        const differing = shared.filter(({ from, to }) => outcomeCodeAt(was, i, from) !== outcomeCodeAt(now, i, to));
        if (differing.length > 0) changed++;
        const worse = differing.find(
          ({ from, to }) => outcomeCodeAt(was, i, from) === MET && outcomeCodeAt(now, i, to) === MISSED,
        );
        if (worse && newlyMissed.length < SHOWN) {
          newlyMissed.push({ dossierId: row.id, externalCode: row.code, ruleId: worse.id });
        }
      });
    });

    const ids = new Set([...after.compiled.dossierRuleIds, ...(before?.compiled.dossierRuleIds ?? [])]);
    const titleOf = (id: string) => {
      const rule = loaded.model.rules[id] ?? current?.rules[id];
      return rule ? (rule.title ?? ruleSentence(rule, ctx.language)) : id;
    };
    return {
      ...period,
      dossiers,
      baseVersion: base?.version ?? null,
      before: before?.score() ?? null,
      after: after.score(),
      rules: [...ids].map((id) => ({
        id,
        title: titleOf(id),
        kind: (loaded.model.rules[id] ?? current?.rules[id])?.kind ?? "",
        before: before?.tallyOf(id) ?? null,
        after: after.tallyOf(id),
      })),
      changed,
      newlyMissed,
    };
  });
}
