import type { LocalDate } from "@gandan/calendar/local-time";
import type { ModelSource } from "@gandan/model/model/model-schema";
import type { Tally } from "@gandan/model/outcome/tally";
import { type Interval, wilson } from "@gandan/model/score/wilson";
import type { TransactionSql } from "postgres";
import type { Judge } from "../outcome/judge";
import { readIndicators } from "../rollup/read-indicators";
import { indicatorsOf } from "../score/read-score";

/** How often something was kept: out of how many, with the interval in which the true share may lie. */
export interface KeptShare {
  met: number;
  n: number;
  /** Null below the least number that a share is told of. */
  share: number | null;
  interval: Interval | null;
}

/** What a unit's own versions counted in a period. */
export interface OwnTallies {
  source: ModelSource;
  tallies: ReadonlyMap<string, Tally>;
}

interface Counted {
  versions: OwnTallies[];
  dossiers: number;
  /** When the figures were folded; null when nothing was received. */
  asOf: Date | null;
}

/** Figures of a unit's own model between two days, version by version, from the roll-ups. */
export async function ownTallies(
  sql: TransactionSql,
  unitId: string,
  judge: Judge,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<Counted> {
  const own = judge.versionsBetween(from, to).filter(({ yardstick }) => !yardstick);
  const spans = [...new Map(own.map((span) => [span.versionId, span])).values()];
  const versions = spans.map((span) => ({ versionId: span.versionId, ruleIds: judge.ruleIdsOf(span) }));
  const sums = versions.length > 0 ? await readIndicators(sql, { unitIds: [unitId], versions, from, to }) : [];
  return {
    versions: spans.map((span, i) => {
      const sum = sums.find(({ versionId }) => versionId === span.versionId);
      return { source: span.source, tallies: indicatorsOf(versions[i]!.ruleIds, sum?.tallies ?? []) };
    }),
    dossiers: sums.reduce((all, { dossiers }) => all + dossiers, 0),
    asOf: sums.reduce<Date | null>((oldest, { asOf }) => (oldest && oldest < asOf ? oldest : asOf), null),
  };
}

/** The tallies of all rules of a kind, over all versions of a period, as one share. */
export function shareOfKind({ versions }: Pick<Counted, "versions">, kind: string): KeptShare {
  const tallies = versions.flatMap(({ source, tallies }) => {
    const id = Object.keys(source.rules).find((each) => source.rules[each]?.kind === kind);
    const tally = id === undefined ? undefined : tallies.get(id);
    return tally ? [tally] : [];
  });
  return keptShare(tallies, leastOf(versions.at(-1)?.source));
}

/** Below it a model tells no share. */
export const leastOf = (source: ModelSource | undefined): number => source?.scorecard?.min_n ?? 10;

/** Tallies added up. Nothing of what waits or does not apply is in it. */
export function keptShare(tallies: readonly Tally[], least: number): KeptShare {
  const met = tallies.reduce((sum, tally) => sum + tally.met, 0);
  const n = tallies.reduce((sum, tally) => sum + tally.met + tally.missed, 0);
  const few = n < least;
  return { met, n, share: few ? null : met / n, interval: few ? null : wilson(met, n) };
}
