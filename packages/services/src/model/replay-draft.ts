import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { type LocalDate, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { DossierColumns } from "@gandan/model/dossier/dossier-columns";
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
import { loadJudge } from "../outcome/load-judge";
import { checkText, dayOf } from "./check-text";
import { copyFacts } from "./copy-facts";
import { findVersion, findVersions, inForce } from "./visible-models";

const SHOWN = 5;

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

    const asOf = toLocalMinute(ctx.now);
    let dossiers = 0;
    let changed = 0;
    const shared = after.compiled.dossierRuleIds.flatMap((id, to): { id: string; from: number; to: number }[] => {
      const from = before?.place.get(id);
      return from === undefined ? [] : [{ id, from, to }];
    });
    const worse: { dossierId: string; ruleId: string }[] = [];
    await copyFacts(sql, ctx.unitId, period, ({ cols, idOf }) => {
      dossiers += cols.length;
      const now = after.judge(cols, asOf);
      const was = before?.judge(cols, asOf);
      if (!was) return;
      for (let i = 0; i < cols.length; i++) {
        let differs = false;
        for (const { id, from, to } of shared) {
          const code = outcomeCodeAt(was, i, from);
          if (code === outcomeCodeAt(now, i, to)) continue;
          differs = true;
          if (code !== MET || outcomeCodeAt(now, i, to) !== MISSED) continue;
          if (worse.length < SHOWN && worse.at(-1)?.dossierId !== idOf(i))
            worse.push({ dossierId: idOf(i), ruleId: id });
        }
        if (differs) changed++;
      }
    });
    const codeOf = new Map(
      (
        await sql<{ id: string; code: string }[]>`
          select id, external_code as code from dossier
          where unit_id = ${ctx.unitId} and id = any(${worse.map(({ dossierId }) => dossierId)}::uuid[])`
      ).map(({ id, code }) => [id, code]),
    );

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
      newlyMissed: worse.map((one) => ({ ...one, externalCode: codeOf.get(one.dossierId) ?? "" })),
    };
  });
}
