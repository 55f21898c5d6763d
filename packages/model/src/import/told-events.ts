import type { DossierFact, PlainFact } from "../dossier/dossier-event";
import type { ImportField, ImportMapping } from "./import-mapping";
import type { RowIntake } from "./read-row";
import { PLACE, type TimeField } from "./row-times";

/** An event of a row, with how exactly the row tells it. */
interface ToldEvent {
  at: string;
  fact: DossierFact;
  /** The day alone, without an hour. */
  byDay: boolean;
  /** No time of its own: that of another entry stands in. */
  stoodIn: boolean;
  /** The appointment: by its day alone, or worked out from the term because the row tells none. */
  dueByDay: boolean;
  dueStoodIn: boolean;
}

/** Which places tell of a type, in order of their coming. */
const PLACES: Partial<Record<DossierFact["type"], readonly number[]>> = {
  received: [PLACE.receivedAt],
  accepted: [PLACE.acceptedAt],
  "supplement-requested": [PLACE.supplementRequestedAt, PLACE.supplementRequestedAt2],
  supplemented: [PLACE.supplementedAt, PLACE.supplementedAt2],
  apologised: [PLACE.apologyAt],
  reappointed: [PLACE.promisedAt],
  refused: [PLACE.refusedAt],
  withdrawn: [PLACE.withdrawnAt],
  stopped: [PLACE.stoppedAt],
  finished: [PLACE.finishedAt],
  "handed-over": [PLACE.handedOverAt],
  closed: [PLACE.closedAt],
};

/** The ends of a dossier, whose column a system may fill with the date of another. */
const ENDS: ReadonlySet<DossierFact["type"]> = new Set(["refused", "withdrawn", "stopped"]);

/** The events of a row with how exactly it tells them. */
export function toldEvents({ events, told, toldByDay }: RowIntake): ToldEvent[] {
  const met: Partial<Record<DossierFact["type"], number>> = {};
  return events.map(({ at, fact }) => {
    const nth = met[fact.type] ?? 0;
    met[fact.type] = nth + 1;
    const bit = 1 << (placeOf(fact.type, nth, told) ?? 31);
    const dueBit = 1 << PLACE.dueAt;
    return {
      at,
      fact,
      byDay: (toldByDay & bit) !== 0,
      stoodIn: (told & bit) === 0 && !ENDS.has(fact.type),
      dueByDay: (toldByDay & dueBit) !== 0,
      dueStoodIn: (told & dueBit) === 0,
    };
  });
}

/** The nth place of a type among those that the row fills. */
function placeOf(type: DossierFact["type"], nth: number, told: number): number | undefined {
  const places = PLACES[type] ?? [];
  const filled = places.filter((place) => told & (1 << place));
  return filled[nth] ?? places[nth];
}

/** The types of events that a file can tell. */
export const TELLABLE_TYPES = Object.keys(PLACES) as PlainFact["type"][];

const FIELDS = Object.keys(PLACE) as TimeField[];

/** The types of events of which a file with this mapping tells whether they have happened. */
export function mappedTypes({ columns }: ImportMapping): PlainFact["type"][] {
  const mapped = new Set<ImportField>(FIELDS.filter((field) => columns[field] !== undefined));
  return TELLABLE_TYPES.filter((type) => PLACES[type]?.some((place) => mapped.has(FIELDS[place]!)));
}
