import { DossierColumns } from "../dossier/dossier-columns";
import { type DossierFacts, NEVER } from "../dossier/dossier-facts";
import { AppError } from "../error/app-error";
import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import { judgementOf } from "../outcome/judgement";
import { type Judgement, PENDING } from "../outcome/outcome";
import { MAX_DOSSIER_RULES } from "../outcome/pack-outcomes";
import type { CompiledDossierRule, FactOutcome, FactRuleKind, RuleEnv } from "./define-rule-kind";
import type { UnitFacts } from "./facts";
import { ruleKinds } from "./rule-kinds";

/** Rows judged by one rule after the other before the next rows: their columns stay in the processor's cache. */
const BLOCK = 1024;

/** One rule that judges facts other than dossiers, with its name in the model. */
interface UnitRule {
  id: string;
  kind: FactRuleKind;
  params: Record<string, unknown>;
}

/** Outcomes of one dossier as two 32-bit words, two bits a rule as `packOutcomes` has them. */
export interface PackedDossier {
  low: number;
  high: number;
  /** Whether a rule still waits. */
  pending: boolean;
  nextJudgeAt: number;
}

/** A model version ready to judge. Pure: the same facts and `asOf` give the same outcomes. Local minutes throughout. */
export interface CompiledModel {
  /** All rules, in the order of the YAML. */
  ruleIds: readonly string[];
  /** Those that judge dossiers, in the same order: the positions in packed outcomes and roll-ups. */
  dossierRuleIds: readonly string[];
  /** Outcomes and reasons of one dossier, aligned with `dossierRuleIds`. */
  judgeDossier(facts: DossierFacts, asOf: number): Judgement[];
  /** As `judgeDossier` and `nextJudgeAt` in one, without reasons: many times as fast. */
  packDossier(facts: DossierFacts, asOf: number): PackedDossier;
  /**
   * Outcomes of all rows: two 32-bit words a row, two bits a rule as `packOutcomes` has them; `new BigInt64Array(x.buffer)`
   * gives one integer a row. `out` (2 × rows, reused) is overwritten.
   */
  judgeColumns(cols: DossierColumns, asOf: number, out?: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer>;
  /** The earliest minute after `asOf` at which an outcome can change by time alone; NEVER if none. */
  nextJudgeAt(facts: DossierFacts, asOf: number): number;
  /** Judgements and indicator of every other rule whose facts are there, by rule id. */
  judgeUnit(facts: UnitFacts, asOf: number): Map<string, FactOutcome>;
}

/**
 * Works the rules of a model into code for one office. Throws AppError `rule.unknownKind`, `rule.badParams` (both with
 * the rule's id) and `rule.tooMany` above 32 dossier rules; a model that was checked on loading has none of these.
 * Judging throws CalendarError OUT_OF_RANGE for facts outside the calendar's range.
 */
export function compileModel(source: Pick<ModelSource, "id" | "rules">, env: RuleEnv): CompiledModel {
  const dossierRules: { id: string; rule: CompiledDossierRule }[] = [];
  const unitRules: UnitRule[] = [];
  for (const [id, written] of Object.entries(source.rules)) {
    const kind = ruleKinds.get(written.kind);
    if (kind === undefined)
      throw new AppError("INVALID", "rule.unknownKind", { model: source.id, rule: id, kind: written.kind });
    const parsed = kind.params.safeParse(paramsOf(written));
    if (!parsed.success) {
      throw new AppError("INVALID", "rule.badParams", {
        model: source.id,
        rule: id,
        problem: parsed.error.issues[0]?.message ?? "",
      });
    }
    if (kind.judges === "dossier") dossierRules.push({ id, rule: kind.compile(parsed.data, env) });
    else unitRules.push({ id, kind, params: parsed.data });
  }
  if (dossierRules.length > MAX_DOSSIER_RULES) {
    throw new AppError("INVALID", "rule.tooMany", {
      model: source.id,
      count: dossierRules.length,
      max: MAX_DOSSIER_RULES,
    });
  }
  const rules = dossierRules.map(({ rule }) => rule);
  const one = new DossierColumns(1);
  const rowOf = (facts: DossierFacts): DossierColumns => {
    one.set(0, facts);
    return one;
  };
  return {
    ruleIds: Object.keys(source.rules),
    dossierRuleIds: dossierRules.map(({ id }) => id),
    judgeDossier: (facts, asOf) => {
      const cols = rowOf(facts);
      return rules.map((rule) => judgementOf(rule.judge(cols, 0, asOf), rule.reason(cols, 0, asOf)));
    },
    packDossier: (facts, asOf) => packOne(rules, rowOf(facts), asOf),
    judgeColumns: (cols, asOf, out = new Uint32Array(cols.length * 2)) => judgeAll(rules, cols, asOf, out),
    nextJudgeAt: (facts, asOf) => {
      const cols = rowOf(facts);
      return rules.reduce((next, rule) => Math.min(next, rule.flipsAt(cols, 0, asOf)), NEVER);
    },
    judgeUnit: (facts, asOf) => judgeOthers(unitRules, facts, asOf, env),
  };
}

function packOne(rules: readonly CompiledDossierRule[], cols: DossierColumns, asOf: number): PackedDossier {
  const packed: PackedDossier = { low: 0, high: 0, pending: false, nextJudgeAt: NEVER };
  for (let r = 0; r < rules.length; r++) {
    const rule = rules[r]!;
    const code = rule.judge(cols, 0, asOf);
    const bits = code << ((r & 15) * 2);
    if (r < 16) packed.low |= bits;
    else packed.high |= bits;
    if (code === PENDING) packed.pending = true;
    const flips = rule.flipsAt(cols, 0, asOf);
    if (flips < packed.nextJudgeAt) packed.nextJudgeAt = flips;
  }
  return packed;
}

function judgeAll(
  rules: readonly CompiledDossierRule[],
  cols: DossierColumns,
  asOf: number,
  out: Uint32Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer> {
  out.fill(0, 0, cols.length * 2);
  for (let from = 0; from < cols.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, cols.length);
    for (let r = 0; r < rules.length; r++) rules[r]!.block(cols, from, to, asOf, out, r >> 4, (r & 15) * 2);
  }
  return out;
}

function judgeOthers(
  rules: readonly UnitRule[],
  facts: UnitFacts,
  asOf: number,
  env: RuleEnv,
): Map<string, FactOutcome> {
  const outcomes = new Map<string, FactOutcome>();
  for (const { id, kind, params } of rules) {
    const outcome = kind.judge(params, facts, asOf, env);
    if (outcome !== null) outcomes.set(id, outcome);
  }
  return outcomes;
}
