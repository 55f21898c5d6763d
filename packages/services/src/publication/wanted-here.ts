import type { LocalDate } from "@gandan/calendar/local-time";
import { type WantedPublication, wantedPublications } from "@gandan/model/publication/publication-dates";
import type { Judge } from "../outcome/judge";

/** What the model that a unit runs on a day, and the yardsticks applied to it, want published; each once. */
export function wantedOn(judge: Judge, day: LocalDate): WantedPublication[] {
  const all = judge.versionsOn(day).flatMap(({ source }) => wantedPublications(source));
  return [...new Map(all.toReversed().map((wanted) => [wanted.slug, wanted])).values()].reverse();
}
