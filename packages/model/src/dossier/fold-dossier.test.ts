import { toInstant } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../error/app-error";
import { dossierOnTime } from "../rules/dossier-on-time";
import { at } from "../rules/rule-cases";
import { DossierColumns } from "./dossier-columns";
import type { DossierEvent, DossierFact } from "./dossier-event";
import { NEVER } from "./dossier-facts";
import { type FoldEnv, foldDossier } from "./fold-dossier";

const calendar = compileCalendar([vietNamCalendar], { from: "2024-01-01", to: "2026-12-31" });
const env: FoldEnv = { calendar, groupOf: (code) => (code === "1.001193" ? "birth" : "other") };

function event(when: number | string, fact: DossierFact, recorded: number | string = when): DossierEvent {
  const instant = (minute: number | string) =>
    toInstant(typeof minute === "string" ? at(minute) : minute).toISOString();
  return { at: instant(when), recordedAt: instant(recorded), fact };
}
const instantOf = (text: string) => toInstant(at(text)).toISOString();

const received = event("2024-11-11 07:30", {
  type: "received",
  procedure: "1.001193",
  channel: "direct",
  flags: ["urgent"],
});
/** Monday 08:00, due Thursday 08:00. */
const accepted = event("2024-11-11 08:00", { type: "accepted", dueAt: instantOf("2024-11-14 08:00") });

describe("foldDossier", () => {
  it("starts the clock with acceptance", () => {
    expect(foldDossier([received], env)).toMatchObject({
      state: "new",
      group: "birth",
      flags: ["urgent"],
      acceptedAt: NEVER,
      dueAt: NEVER,
    });
    expect(foldDossier([received, accepted], env)).toMatchObject({
      state: "accepted",
      receivedAt: at("2024-11-11 07:30"),
      acceptedAt: at("2024-11-11 08:00"),
      dueAt: at("2024-11-14 08:00"),
      promisedAt: at("2024-11-14 08:00"),
    });
  });

  it("moves both appointments by the working minutes that the clock stood still", () => {
    const asked = event("2024-11-12 16:00", { type: "supplement-requested" });
    expect(foldDossier([received, accepted, asked], env)).toMatchObject({
      state: "awaiting-supplement",
      pausedSince: at("2024-11-12 16:00"),
      dueAt: at("2024-11-14 08:00"),
      supplementRequests: 1,
    });
    const came = event("2024-11-13 08:00", { type: "supplemented" });
    expect(foldDossier([received, accepted, asked, came], env)).toMatchObject({
      state: "processing",
      pausedSince: NEVER,
      pausedMinutes: 120,
      dueAt: at("2024-11-14 10:00"),
      promisedAt: at("2024-11-14 10:00"),
    });
  });

  it("goes on only when neither supplement nor duty is awaited", () => {
    const events = [
      received,
      accepted,
      event("2024-11-12 08:00", { type: "supplement-requested" }),
      event("2024-11-12 09:00", { type: "duty-requested" }),
      event("2024-11-12 10:00", { type: "supplemented" }),
    ];
    expect(foldDossier(events, env)).toMatchObject({ pausedSince: at("2024-11-12 08:00"), pausedMinutes: 0 });
    const paid = event("2024-11-12 11:00", { type: "duty-done" });
    expect(foldDossier([...events, paid], env)).toMatchObject({ pausedSince: NEVER, pausedMinutes: 180 });
  });

  it("does not stop a clock that has not started", () => {
    const facts = foldDossier([received, event("2024-11-11 07:40", { type: "supplement-requested" }), accepted], env);
    expect(facts).toMatchObject({ state: "accepted", supplementRequests: 1, pausedSince: NEVER, pausedMinutes: 0 });
  });

  it("keeps the first acceptance", () => {
    const again = event("2024-11-20 08:00", { type: "accepted", dueAt: instantOf("2024-12-20 08:00") });
    expect(foldDossier([received, accepted, again], env)).toMatchObject({
      acceptedAt: at("2024-11-11 08:00"),
      dueAt: at("2024-11-14 08:00"),
    });
  });

  it("takes an apology and a re-appointment to the same minute as one", () => {
    const newDueAt = instantOf("2024-11-18 16:00");
    const events = [
      received,
      accepted,
      event("2024-11-13 10:00", { type: "apologised", fields: ["cause"], signer: "chairman", newDueAt }),
      event("2024-11-13 10:05", { type: "reappointed", dueAt: newDueAt }),
    ];
    const facts = foldDossier(events, env);
    expect(facts).toMatchObject({
      dueAt: at("2024-11-14 08:00"),
      promisedAt: at("2024-11-18 16:00"),
      reappointments: 1,
      apologyAt: at("2024-11-13 10:00"),
      apologyFields: ["cause", "new-due"],
      apologySigner: "chairman",
    });
    const second = event("2024-11-15 08:00", { type: "reappointed", dueAt: instantOf("2024-11-20 16:00") });
    expect(foldDossier([...events, second], env).reappointments).toBe(2);
  });

  it("takes the fuller apology while the appointment has not passed, the first one after", () => {
    const first = event("2024-11-13 10:00", { type: "apologised", fields: ["cause"], signer: "officer" });
    const fuller: DossierFact = { type: "apologised", fields: ["cause", "remedy"], signer: "chairman" };
    expect(foldDossier([received, accepted, first, event("2024-11-14 08:00", fuller)], env).apologySigner).toBe(
      "chairman",
    );
    expect(foldDossier([received, accepted, first, event("2024-11-14 08:01", fuller)], env).apologySigner).toBe(
      "officer",
    );
  });

  it("knows finished, handed over and closed apart", () => {
    const facts = foldDossier(
      [
        received,
        accepted,
        event("2024-11-13 10:00", { type: "finished" }),
        event("2024-11-13 14:00", { type: "handed-over" }),
        event("2024-11-13 16:00", { type: "closed" }),
      ],
      env,
    );
    expect(facts).toMatchObject({
      state: "handed-over",
      finishedAt: at("2024-11-13 10:00"),
      handedOverAt: at("2024-11-13 14:00"),
      closedAt: at("2024-11-13 16:00"),
    });
  });

  it("keeps a closing that was pressed before the work was finished", () => {
    const facts = foldDossier(
      [
        received,
        accepted,
        event("2024-11-12 10:00", { type: "closed" }),
        event("2024-11-13 10:00", { type: "finished" }),
      ],
      env,
    );
    expect(facts).toMatchObject({
      state: "finished",
      closedAt: at("2024-11-12 10:00"),
      finishedAt: at("2024-11-13 10:00"),
    });
  });

  it("takes a closed or handed-over dossier as finished when an export does not say so", () => {
    expect(foldDossier([received, accepted, event("2024-11-12 10:00", { type: "closed" })], env)).toMatchObject({
      state: "finished",
      finishedAt: at("2024-11-12 10:00"),
    });
    expect(foldDossier([received, accepted, event("2024-11-12 10:00", { type: "handed-over" })], env)).toMatchObject({
      state: "handed-over",
      finishedAt: at("2024-11-12 10:00"),
    });
  });

  it("gives a finished dossier without acceptance the term of its procedure", () => {
    const events = [received, event("2024-11-12 10:00", { type: "finished" })];
    const term = parseTerm("1 working-days");
    expect(foldDossier(events, { ...env, termAt: () => term })).toMatchObject({
      acceptedAt: at("2024-11-11 07:30"),
      dueAt: at("2024-11-12 07:30"),
      promisedAt: at("2024-11-12 07:30"),
    });
    expect(foldDossier(events, env)).toMatchObject({ acceptedAt: at("2024-11-11 07:30"), dueAt: NEVER });
  });

  it.each([
    ["refused", "not-accepted"],
    ["withdrawn", "withdrawn"],
    ["stopped", "stopped"],
  ] as const)("%s ends the dossier and its pause, and later work takes it up again", (type, state) => {
    const asked = event("2024-11-12 08:00", { type: "supplement-requested" });
    const events = [received, accepted, asked, event("2024-11-12 10:00", { type })];
    expect(foldDossier(events, env)).toMatchObject({
      state,
      endedAt: at("2024-11-12 10:00"),
      pausedSince: NEVER,
      pausedMinutes: 120,
    });
    const goneOn = [...events, event("2024-11-13 08:00", { type: "finished" })];
    expect(foldDossier(goneOn, env)).toMatchObject({
      state: "finished",
      endedAt: NEVER,
      finishedAt: at("2024-11-13 08:00"),
    });
  });

  it("a finished dossier cannot be withdrawn", () => {
    const events = [
      received,
      accepted,
      event("2024-11-12 08:00", { type: "finished" }),
      event("2024-11-13 08:00", { type: "withdrawn" }),
    ];
    expect(foldDossier(events, env)).toMatchObject({ state: "finished", endedAt: NEVER });
  });

  it("orders events of one instant as a dossier goes, and by when they were recorded", () => {
    const day = "2024-11-12 00:00";
    const facts = foldDossier(
      [
        event(day, { type: "closed" }),
        event(day, { type: "finished" }),
        event(day, { type: "accepted", dueAt: instantOf("2024-11-14 08:00") }),
        event(day, { type: "received", procedure: "9", channel: "post", flags: [] }),
      ],
      env,
    );
    expect(facts).toMatchObject({
      state: "finished",
      group: "other",
      acceptedAt: at(day),
      finishedAt: at(day),
      closedAt: at(day),
    });
    const recordedLater = event(
      "2024-11-11 08:00",
      { type: "accepted", dueAt: instantOf("2024-11-13 08:00") },
      "2024-11-12 08:00",
    );
    expect(foldDossier([received, recordedLater, accepted], env).dueAt).toBe(at("2024-11-14 08:00"));
    const atOnce = event("2024-11-11 08:00", { type: "accepted", dueAt: instantOf("2024-11-15 08:00") });
    expect(foldDossier([received, accepted, atOnce], env)).toEqual(foldDossier([received, atOnce, accepted], env));
    const paid = [
      event("2024-11-12 08:00", { type: "duty-done" }),
      event("2024-11-12 08:00", { type: "duty-requested" }),
    ];
    expect(foldDossier([received, accepted, ...paid], env).pausedSince).toBe(NEVER);
  });

  it("counts the same event of a second import once", () => {
    const asked: DossierFact = { type: "supplement-requested", reason: "giấy chứng sinh" };
    const twice = [event("2024-11-12 08:00", asked), event("2024-11-12 08:00", asked, "2024-12-01 08:00")];
    expect(foldDossier([received, accepted, ...twice], env).supplementRequests).toBe(1);
  });

  it("refuses a dossier that was never received", () => {
    expect(() => foldDossier([accepted], env)).toThrow(new AppError("INVALID", "dossier.notReceived"));
  });
});

const FIRST = at("2024-03-04 08:00");
const fact: fc.Arbitrary<DossierFact> = fc.oneof(
  fc.constantFrom<DossierFact>(
    { type: "forwarded", to: "tu-phap" },
    { type: "supplement-requested" },
    { type: "supplemented" },
    { type: "duty-requested" },
    { type: "duty-done" },
    { type: "letter-sent", letter: "congratulation" },
    { type: "refused" },
    { type: "withdrawn" },
    { type: "stopped" },
    { type: "finished" },
    { type: "handed-over" },
    { type: "closed" },
    { type: "apologised", fields: ["cause"], signer: "chairman" },
  ),
  fc
    .integer({ min: 0, max: 60 * 1440 })
    .map((m): DossierFact => ({ type: "accepted", dueAt: toInstant(FIRST + m).toISOString() })),
  fc
    .integer({ min: 0, max: 60 * 1440 })
    .map((m): DossierFact => ({ type: "reappointed", dueAt: toInstant(FIRST + m).toISOString() })),
);
const history = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 * 1440 }), fc.integer({ min: 0, max: 3 }), fact), { maxLength: 14 })
  .map((entries) => [
    event(FIRST, { type: "received", procedure: "1.001193", channel: "online", flags: [] }),
    ...entries.map(([minute, recorded, one]) => event(FIRST + minute, one, FIRST + minute + recorded)),
  ]);

/** Two acceptances of one instant, told with different appointments: which counts must not depend on the order told. */
const TWO_ACCEPTANCES = [
  event(FIRST, { type: "received", procedure: "1.001193", channel: "online", flags: [] }),
  event(FIRST + 1, { type: "accepted", dueAt: toInstant(FIRST + 1).toISOString() }),
  event(FIRST + 1, { type: "accepted", dueAt: toInstant(FIRST).toISOString() }),
];

describe("any history of a dossier", () => {
  it("folds to the same facts in whatever order its events come", () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(foldDossier(shuffled, env)).toEqual(foldDossier(events, env));
        },
      ),
    );
  });

  it("folds to the same facts when it is told twice", () => {
    fc.assert(
      fc.property(history, (events) => {
        expect(foldDossier([...events, ...events], env)).toEqual(foldDossier(events, env));
      }),
    );
  });

  it("never winds the clock back: pauses only grow, the first appointment only moves later, by no more than the pause", () => {
    fc.assert(
      fc.property(history, (events) => {
        const sorted = [...events].sort(
          (a, b) => Date.parse(a.at) - Date.parse(b.at) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt),
        );
        // Of what happened and was recorded at one instant nothing is later: it comes all at once.
        const isOneInstant = (n: number) =>
          sorted[n]?.at === sorted[n - 1]?.at && sorted[n]?.recordedAt === sorted[n - 1]?.recordedAt;
        let n = 1;
        while (isOneInstant(n)) n++;
        let before = foldDossier(sorted.slice(0, n), env);
        while (n < sorted.length) {
          do n++;
          while (isOneInstant(n));
          const now = foldDossier(sorted.slice(0, n), env);
          const known = before.dueAt !== NEVER && before.finishedAt === NEVER;
          if (known) {
            expect(now.acceptedAt).toBe(before.acceptedAt);
            expect(now.dueAt).toBeGreaterThanOrEqual(before.dueAt);
            const moved = calendar.workingMinutesBetween(before.dueAt, now.dueAt);
            expect(moved).toBeLessThanOrEqual(now.pausedMinutes - before.pausedMinutes);
            expect(now.pausedMinutes).toBeGreaterThanOrEqual(before.pausedMinutes);
          }
          expect(now.pausedMinutes).toBeGreaterThanOrEqual(0);
          expect(now.supplementRequests).toBeGreaterThanOrEqual(before.supplementRequests);
          before = now;
        }
      }),
      { examples: [[TWO_ACCEPTANCES]] },
    );
  });

  it("gives times that fit its state", () => {
    fc.assert(
      fc.property(history, (events) => {
        const facts = foldDossier(events, env);
        const { state } = facts;
        expect(facts.finishedAt !== NEVER).toBe(state === "finished" || state === "handed-over");
        expect(facts.handedOverAt !== NEVER).toBe(state === "handed-over");
        expect(facts.endedAt !== NEVER).toBe(state === "not-accepted" || state === "withdrawn" || state === "stopped");
        if (facts.finishedAt !== NEVER || facts.endedAt !== NEVER) expect(facts.pausedSince).toBe(NEVER);
        if (facts.pausedSince !== NEVER) expect(state.startsWith("awaiting")).toBe(true);
        expect(facts.dueAt === NEVER || facts.acceptedAt !== NEVER).toBe(true);
      }),
    );
  });

  it("once late is late for good while the dossier goes on", () => {
    const onTime = dossierOnTime.compile({}, { calendar, registered: new Set() });
    const judge = (events: DossierEvent[], asOf: number) => {
      const cols = new DossierColumns();
      cols.push(foldDossier(events, env));
      return onTime.judge(cols, 0, asOf);
    };
    const MISSED = 2;
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 40 * 1440 }), (events, minute) => {
        const asOf = FIRST + minute;
        const known = events.filter((one) => Date.parse(one.at) <= toInstant(asOf).getTime());
        const ends = ["refused", "withdrawn", "stopped", "closed"];
        const later = events.filter((one) => !known.includes(one) && !ends.includes(one.fact.type));
        if (known.some((one) => ends.includes(one.fact.type)) || judge(known, asOf) !== MISSED) return;
        expect(judge([...known, ...later], FIRST + 60 * 1440)).toBe(MISSED);
      }),
      { numRuns: 2000 },
    );
  });
});
