import type { LocalDate } from "@gandan/calendar/local-time";
import type { Tally } from "../outcome/tally";

interface ReplayedRule {
  id: string;
  title: string;
  kind: string;
  /** Null where a side does not have the rule. */
  before: Tally | null;
  after: Tally | null;
}

export interface ReplayScore {
  points: number;
  /** Points that could be measured from dossiers alone. */
  coverage: number;
}

export interface Replay {
  from: LocalDate;
  to: LocalDate;
  dossiers: number;
  /** Version that the draft is measured against; null for a first draft. */
  baseVersion: number | null;
  before: ReplayScore | null;
  after: ReplayScore;
  rules: ReplayedRule[];
  /** Dossiers with an outcome that differs, and the first ones that a rule newly misses. */
  changed: number;
  newlyMissed: { dossierId: string; externalCode: string; ruleId: string }[];
}
