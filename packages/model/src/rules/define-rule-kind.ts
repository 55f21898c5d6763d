import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import type { z } from "zod";
import type { DossierColumns } from "../dossier/dossier-columns";
import { outcomeCode } from "../outcome/judgement";
import type { Judgement, OutcomeCode, Reason } from "../outcome/outcome";
import { countOutcome, emptyTally, type Tally } from "../outcome/tally";
import type { UnitFacts } from "./facts";

export type Language = "vi" | "en";

/** What to call something that a rule names by slug (question, task, report …): its title in the model. */
export type NameOf = (slug: string) => string;
const sameName: NameOf = (slug) => slug;

export type Judges = "dossier" | keyof UnitFacts;

/** Which change of a parameter makes a rule stricter, so that a floor may be raised and never lowered. */
export type Stricter = "higher" | "lower" | "superset" | "subset" | "shorter" | "fixed";

/** What rules need besides facts: the office's working time and the procedures the unit has registered (national codes). */
export interface RuleEnv {
  calendar: OfficeCalendar;
  registered: ReadonlySet<string>;
}

export interface RuleKindBase<P extends z.ZodObject = z.ZodObject> {
  /** `<area>.<name>`, as written in a model's YAML. */
  kind: string;
  params: P;
  /** True when its indicator is a share of many facts, so that a minimum n and an interval make sense. */
  sampled: boolean;
  /** By parameter name; a parameter not named is `fixed` under a floor. */
  stricter: Partial<Record<keyof z.infer<P> & string, Stricter>>;
}

/**
 * A dossier rule with its parameters worked in. `judge` is the one place where outcomes are decided;
 * `block` runs it over rows `from..to-1` and ORs two bits at `shift` into word `word` (0 or 1) of each row's pair.
 */
export interface CompiledDossierRule {
  judge(cols: DossierColumns, i: number, asOf: number): OutcomeCode;
  block(
    cols: DossierColumns,
    from: number,
    to: number,
    asOf: number,
    out: Uint32Array,
    word: number,
    shift: number,
  ): void;
  /** Why `judge` says what it says. */
  reason(cols: DossierColumns, i: number, asOf: number): Reason;
  /** First minute after `asOf` at which time alone changes the outcome; NEVER if none. */
  flipsAt(cols: DossierColumns, i: number, asOf: number): number;
}

export interface DossierRuleKind extends RuleKindBase {
  judges: "dossier";
  /** The rule as one sentence an official would sign; `params` as written or parsed. Throws ZodError. */
  sentence(params: unknown, language: Language, nameOf?: NameOf): string;
  /** Throws ZodError on parameters that do not fit. */
  compile(params: unknown, env: RuleEnv): CompiledDossierRule;
}

/** Judgements of one rule on the facts of one unit, and the indicator they make. */
export interface FactOutcome {
  judgements: Judgement[];
  tally: Tally;
}

export interface FactRuleKind extends RuleKindBase {
  judges: keyof UnitFacts;
  sentence(params: unknown, language: Language, nameOf?: NameOf): string;
  /** Null when `facts` has none of the kind's area. Throws ZodError on parameters that do not fit. */
  judge(params: unknown, facts: UnitFacts, asOf: number, env: RuleEnv): FactOutcome | null;
}

export type RuleKind = DossierRuleKind | FactRuleKind;

interface DossierSpec<P extends z.ZodObject> extends RuleKindBase<P> {
  sentence: (params: z.infer<P>, language: Language, nameOf: NameOf) => string;
  compile: (params: z.infer<P>, env: RuleEnv) => CompiledDossierRule;
}

/** A rule kind that judges single dossiers. */
export function defineDossierRuleKind<P extends z.ZodObject>(spec: DossierSpec<P>): DossierRuleKind {
  return {
    kind: spec.kind,
    params: spec.params,
    sampled: spec.sampled,
    stricter: spec.stricter,
    judges: "dossier",
    sentence: (params, language, nameOf = sameName) => spec.sentence(spec.params.parse(params), language, nameOf),
    compile: (params, env) => spec.compile(spec.params.parse(params), env),
  };
}

interface FactSpec<P extends z.ZodObject, J extends keyof UnitFacts> extends RuleKindBase<P> {
  judges: J;
  sentence: (params: z.infer<P>, language: Language, nameOf: NameOf) => string;
  judge: (params: z.infer<P>, facts: NonNullable<UnitFacts[J]>, asOf: number, env: RuleEnv) => Judgement[];
  /** The indicator, when it counts something finer than the judgements (answers, persons). */
  tally?: (params: z.infer<P>, facts: NonNullable<UnitFacts[J]>, asOf: number) => Tally;
}

/** A rule kind that judges facts of a unit other than dossiers. */
export function defineFactRuleKind<P extends z.ZodObject, J extends keyof UnitFacts>(
  spec: FactSpec<P, J>,
): FactRuleKind {
  return {
    kind: spec.kind,
    params: spec.params,
    sampled: spec.sampled,
    stricter: spec.stricter,
    judges: spec.judges,
    sentence: (params, language, nameOf = sameName) => spec.sentence(spec.params.parse(params), language, nameOf),
    judge: (params, unitFacts, asOf, env) => {
      const facts = unitFacts[spec.judges];
      if (facts === undefined) return null;
      const parsed = spec.params.parse(params);
      const judgements = spec.judge(parsed, facts, asOf, env);
      return { judgements, tally: spec.tally?.(parsed, facts, asOf) ?? tallyOf(judgements) };
    },
  };
}

function tallyOf(judgements: readonly Judgement[]): Tally {
  const tally = emptyTally();
  for (const { outcome } of judgements) countOutcome(tally, outcomeCode(outcome));
  return tally;
}
