import { type LocalDate, type LocalMinute, localDateOf } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm, type Term } from "@gandan/calendar/term";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import { type FoldEnv, foldDossier } from "@gandan/model/dossier/fold-dossier";
import type { ModelSource } from "@gandan/model/model/model-schema";
import type { Judgement } from "@gandan/model/outcome/outcome";
import { type CompiledModel, compileModel } from "@gandan/model/rules/compile-model";

/** A model version and the days on which it judges what is received: `from` inclusive, `to` exclusive. */
export interface VersionSpan {
  versionId: string;
  title: string;
  source: ModelSource;
  from: LocalDate;
  to: LocalDate | null;
  yardstick: boolean;
}

export interface AdoptionSpan {
  id: string;
  from: LocalDate;
  to: LocalDate | null;
  ownName: string | null;
}

export interface ProcedureTerm {
  code: string;
  name: string;
  group: string;
  term: string | null;
  from: LocalDate;
}

export interface VersionOutcome {
  versionId: string;
  /** Two bits a rule in one signed 64-bit integer, in decimal digits: see model/outcome/pack-outcomes. */
  bits: string;
  pending: boolean;
}

/** What a dossier comes to: an outcome by each version, and the next minute at which time alone can change one. */
export interface DossierVerdict {
  outcomes: VersionOutcome[];
  nextJudgeAt: LocalMinute;
}

export interface VersionJudgements {
  span: VersionSpan;
  ruleIds: readonly string[];
  judgements: Judgement[];
}

interface JudgeParts {
  calendar: OfficeCalendar;
  /** Newest first within a code. */
  procedures: readonly ProcedureTerm[];
  adoptions: readonly AdoptionSpan[];
  /** Procedure codes by adoption id. */
  registered: ReadonlyMap<string, ReadonlySet<string>>;
  versions: readonly VersionSpan[];
}

const NONE: ReadonlySet<string> = new Set();
const covers = (span: { from: LocalDate; to: LocalDate | null }, day: LocalDate) =>
  span.from <= day && (span.to === null || day < span.to);

/** Judges the dossiers of one unit: each by its own model in force on the day of receipt, and by every yardstick of that day. */
export class Judge {
  readonly calendar: OfficeCalendar;
  readonly #parts: JudgeParts;
  readonly #terms = new Map<string, ProcedureTerm[]>();
  readonly #compiled = new Map<string, CompiledModel>();
  /** A finished dossier without an appointment was due by its procedure's term as it stood on the day of receipt. */
  readonly #foldEnv: FoldEnv;
  /** Terms by their text. */
  readonly #read = new Map<string, Term>();
  readonly #byDay = new Map<LocalDate, VersionSpan[]>();
  readonly #compiledOn = new Map<LocalDate, Map<VersionSpan, CompiledModel>>();

  constructor(parts: JudgeParts) {
    this.#parts = parts;
    this.calendar = parts.calendar;
    this.#foldEnv = {
      calendar: parts.calendar,
      groupOf: this.groupOf,
      termAt: (code, receivedAt) => this.termOn(code, localDateOf(receivedAt)),
    };
    for (const procedure of parts.procedures) {
      const list = this.#terms.get(procedure.code);
      if (list) list.push(procedure);
      else this.#terms.set(procedure.code, [procedure]);
    }
  }

  /** The whole catalogue. */
  procedures(): readonly ProcedureTerm[] {
    return this.#parts.procedures;
  }

  /** The catalogue's entry for a procedure on a day; undefined for a code it does not know. */
  procedureOn(code: string, day: LocalDate): ProcedureTerm | undefined {
    const list = this.#terms.get(code);
    return list?.find(({ from }) => from <= day) ?? list?.at(-1);
  }

  termOn(code: string, day: LocalDate): Term | undefined {
    const text = this.procedureOn(code, day)?.term;
    if (!text) return undefined;
    let term = this.#read.get(text);
    if (!term) {
      term = parseTerm(text);
      this.#read.set(text, term);
    }
    return term;
  }

  groupOf = (code: string): string => this.#terms.get(code)?.[0]?.group ?? "other";

  fold(events: readonly DossierEvent[]): DossierFacts {
    return foldDossier(events, this.#foldEnv);
  }

  /** The versions that judge what is received on `day`: the unit's own first, each once however many units apply it. */
  versionsOn(day: LocalDate): VersionSpan[] {
    let found = this.#byDay.get(day);
    if (!found) {
      const inForce = this.#parts.versions.filter((span) => covers(span, day));
      found = [...new Map(inForce.map((span) => [span.versionId, span])).values()];
      this.#byDay.set(day, found);
    }
    return found;
  }

  /** Versions in force on some day between two days (both inclusive): own ones first, in order of time. */
  versionsBetween(from: LocalDate, to: LocalDate): VersionSpan[] {
    return this.#parts.versions.filter((span) => span.from <= to && (span.to === null || span.to > from));
  }

  /** Rules that judge a dossier, in the order of packed outcomes and roll-ups. */
  ruleIdsOf(span: VersionSpan): readonly string[] {
    return this.compiled(span, span.from).dossierRuleIds;
  }

  ownVersionOn(day: LocalDate): VersionSpan | undefined {
    return this.versionsOn(day).find(({ yardstick }) => !yardstick);
  }

  /** The procedures that the unit had registered under its model on a day. */
  registeredOn(day: LocalDate): ReadonlySet<string> {
    const adoption = this.#parts.adoptions.find((each) => covers(each, day));
    return adoption ? (this.#parts.registered.get(adoption.id) ?? NONE) : NONE;
  }

  compiled(span: VersionSpan, day: LocalDate): CompiledModel {
    let onDay = this.#compiledOn.get(day);
    if (!onDay) {
      onDay = new Map();
      this.#compiledOn.set(day, onDay);
    }
    let compiled = onDay.get(span);
    if (!compiled) {
      compiled = this.#compile(span, day);
      onDay.set(span, compiled);
    }
    return compiled;
  }

  #compile(span: VersionSpan, day: LocalDate): CompiledModel {
    const adoption = this.#parts.adoptions.find((each) => covers(each, day));
    const key = `${span.versionId} ${adoption?.id ?? ""}`;
    let compiled = this.#compiled.get(key);
    if (!compiled) {
      compiled = compileModel(span.source, { calendar: this.calendar, registered: this.registeredOn(day) });
      this.#compiled.set(key, compiled);
    }
    return compiled;
  }

  /**
   * The versions that judge a dossier received on `day`. `pinned` is the own version it was first judged by:
   * undefined for a new dossier, null when it had none then. A pinned version stays, whatever was published since.
   */
  spansFor(day: LocalDate, pinned?: string | null): VersionSpan[] {
    const onDay = this.versionsOn(day);
    if (pinned === undefined || (onDay.find(({ yardstick }) => !yardstick)?.versionId ?? null) === pinned) return onDay;
    const own = this.#parts.versions.find(({ versionId }) => versionId === pinned);
    return [...(own ? [own] : []), ...onDay.filter(({ yardstick }) => yardstick)];
  }

  judge(facts: DossierFacts, receivedOn: LocalDate, asOf: LocalMinute, pinned?: string | null): VersionJudgements[] {
    return this.spansFor(receivedOn, pinned).map((span) => {
      const compiled = this.compiled(span, receivedOn);
      return { span, ruleIds: compiled.dossierRuleIds, judgements: compiled.judgeDossier(facts, asOf) };
    });
  }

  /** Outcomes without their reasons; NEVER where time alone changes nothing. */
  verdict(facts: DossierFacts, receivedOn: LocalDate, asOf: LocalMinute, pinned?: string | null): DossierVerdict {
    const outcomes: VersionOutcome[] = [];
    let nextJudgeAt: LocalMinute = NEVER;
    for (const span of this.spansFor(receivedOn, pinned)) {
      const packed = this.compiled(span, receivedOn).packDossier(facts, asOf);
      outcomes.push({ versionId: span.versionId, bits: digitsOf(packed.low, packed.high), pending: packed.pending });
      if (packed.nextJudgeAt < nextJudgeAt) nextJudgeAt = packed.nextJudgeAt;
    }
    return { outcomes, nextJudgeAt };
  }
}

/** A signed 64-bit integer of two words in decimal digits. */
function digitsOf(low: number, high: number): string {
  // Most models have fewer than 17 rules that judge dossiers.
  if (high === 0) return String(low >>> 0);
  return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)).toString();
}
