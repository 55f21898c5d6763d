import type { UnitLevel } from "../schema/unit";

/** A unit as a file describes it, ready to be written. */
export interface PlannedUnit {
  id: string;
  level: UnitLevel;
  code: string;
  name: string;
  type: string;
  parentId: string | null;
  validFrom: string;
  validTo: string | null;
}

export interface PlannedSuccession {
  predecessorId: string;
  successorId: string;
  partial: boolean;
}
