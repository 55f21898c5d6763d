import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../rules/rule-cases";
import { type DossierEvent, type DossierFact, dossierFact } from "./dossier-event";
import { NEVER } from "./dossier-facts";
import { foldDossier } from "./fold-dossier";
import { standingEvents } from "./standing-events";

const calendar = compileCalendar([vietNamCalendar], { from: "2024-01-01", to: "2026-12-31" });
const fold = (events: readonly DossierEvent[]) => foldDossier(events, { calendar, groupOf: () => "other" });
const instant = (time: string) => new Date(`${time}:00+07:00`).toISOString();
const event = (time: string, fact: DossierFact, recorded = time): DossierEvent => ({
  at: instant(time),
  recordedAt: instant(recorded),
  fact,
});
const correction = (was: DossierEvent, time: string, is: "finished" | null, recorded: string): DossierEvent =>
  event(
    time,
    {
      type: "corrected",
      of: was.fact.type,
      was: was.at,
      notedAt: was.recordedAt,
      is: is && { type: is },
    },
    recorded,
  );

const received = event("2024-11-11T07:30", { type: "received", procedure: "1.001193", channel: "direct", flags: [] });
const accepted = event("2024-11-11T08:00", { type: "accepted", dueAt: instant("2024-11-14T08:00") });
const finished = event("2024-11-12T15:42", { type: "finished" });
const later = correction(finished, "2024-11-12T16:00", "finished", "2024-11-20T08:00");
const back = correction({ ...later, fact: { type: "finished" } }, "2024-11-12T15:42", "finished", "2024-11-21T08:00");
const again = correction({ ...back, fact: { type: "finished" } }, "2024-11-12T16:00", "finished", "2024-11-22T08:00");

describe("a corrected event", () => {
  it("counts as it was corrected, earlier or later than before", () => {
    expect(fold([received, accepted, finished, later]).finishedAt).toBe(at("2024-11-12 16:00"));
    const earlier = correction(finished, "2024-11-12T09:00", "finished", "2024-11-20T08:00");
    expect(fold([received, accepted, finished, earlier]).finishedAt).toBe(at("2024-11-12 09:00"));
  });

  it("is corrected in turn, to and fro", () => {
    expect(fold([received, accepted, finished, later, back]).finishedAt).toBe(at("2024-11-12 15:42"));
    expect(fold([received, accepted, finished, later, back, again]).finishedAt).toBe(at("2024-11-12 16:00"));
  });

  it("that has not happened counts no more", () => {
    const open = correction(finished, "2024-11-12T15:42", null, "2024-11-20T08:00");
    expect(fold([received, accepted, finished, open])).toMatchObject({ state: "accepted", finishedAt: NEVER });
  });

  it("counts the same in any order", () => {
    const events = [received, accepted, finished, later, back, again];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(fold(shuffled)).toEqual(fold(events));
      }),
    );
  });
});

it("an amended entry of a person changes no fact", () => {
  const amended = event("2024-11-20T08:00", { type: "amended", entries: ["officer"] });
  expect(fold([received, accepted, amended])).toEqual(fold([received, accepted]));
  expect(standingEvents([received, amended])).toEqual([received]);
});

it("a correction of a correction is not a fact", () => {
  expect(dossierFact.safeParse(later.fact).success).toBe(true);
  expect(dossierFact.safeParse({ ...later.fact, is: later.fact }).success).toBe(false);
});
