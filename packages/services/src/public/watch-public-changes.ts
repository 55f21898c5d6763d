import { watchPublicChanges as watch } from "@gandan/db/public-change";
import type { Databases } from "../session/open-databases";

/** Calls with the id of each unit whose public pages have changed, with null when that may have been missed. */
export function watchPublicChanges(db: Databases, changed: (unitId: string | null) => void): void {
  watch(db.app, changed);
}
