import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeskDeed, type DeskDeedType, deskDeed, factOf, needsChairman, possibleDeeds } from "./desk-deed";
import type { DossierEvent } from "./dossier-event";
import { DOSSIER_STATES, NEVER } from "./dossier-facts";
import { foldDossier } from "./fold-dossier";

const calendar = compileCalendar([vietNamCalendar], { from: "2026-01-01", to: "2027-12-31" });
const env = { calendar, groupOf: () => "birth" };
const FIRST = Date.parse("2026-11-02T01:00:00Z");
const DUE = "2026-11-05T02:00:00Z";

const DEEDS: Record<DeskDeedType, DeskDeed> = {
  accept: { type: "accept" },
  forward: { type: "forward", to: "Nguyễn Văn A" },
  "request-supplement": { type: "request-supplement", papers: ["Tờ khai"], reason: "Thiếu chữ ký" },
  supplement: { type: "supplement" },
  "request-duty": { type: "request-duty", amount: 8000 },
  "do-duty": { type: "do-duty" },
  refuse: { type: "refuse", reason: "Không thuộc thẩm quyền" },
  stop: { type: "stop", reason: "Người nộp chết" },
  withdraw: { type: "withdraw" },
  finish: { type: "finish" },
  "hand-over": { type: "hand-over" },
  close: { type: "close" },
};

const received: DossierEvent = {
  at: new Date(FIRST).toISOString(),
  recordedAt: new Date(FIRST).toISOString(),
  fact: { type: "received", procedure: "1.001193", channel: "direct", flags: [] },
};
const eventOf = (type: DeskDeedType, minute: number): DossierEvent => {
  const at = new Date(FIRST + minute * 60_000).toISOString();
  return { at, recordedAt: at, fact: factOf(DEEDS[type], DUE) };
};
const factsAfter = (types: readonly DeskDeedType[]) =>
  foldDossier([received, ...types.map((type, i) => eventOf(type, 10 * (i + 1)))], env);

describe("possibleDeeds", () => {
  it.each<[DeskDeedType[], string, DeskDeedType[]]>([
    [[], "new", ["accept", "request-supplement", "refuse", "withdraw"]],
    [["request-supplement"], "awaiting-supplement", ["supplement", "refuse", "withdraw"]],
    [["request-supplement", "supplement"], "new", ["accept", "request-supplement", "refuse", "withdraw"]],
    [["accept"], "accepted", ["forward", "request-supplement", "request-duty", "finish", "stop", "withdraw"]],
    [["accept", "request-supplement"], "awaiting-supplement", ["supplement", "stop", "withdraw"]],
    [["accept", "request-duty"], "awaiting-duty", ["do-duty", "stop", "withdraw"]],
    [["accept", "finish"], "finished", ["hand-over", "close"]],
    [["accept", "finish", "close"], "finished", ["hand-over"]],
    [["accept", "finish", "hand-over"], "handed-over", ["close"]],
    [["accept", "finish", "hand-over", "close"], "handed-over", []],
    [["refuse"], "not-accepted", ["close"]],
    [["accept", "stop", "close"], "stopped", []],
    [["withdraw"], "withdrawn", ["close"]],
  ])("after %j it is %s", (types, state, deeds) => {
    const facts = factsAfter(types);
    expect(facts.state).toBe(state);
    expect(possibleDeeds(facts)).toEqual(deeds);
  });

  it("offers in no state a deed that leaves all as it was, and every state has a way to its end", () => {
    const random = fc.array(fc.nat(50), { maxLength: 25 });
    fc.assert(
      fc.property(random, (choices) => {
        const done: DeskDeedType[] = [];
        let facts = factsAfter(done);
        for (const choice of choices) {
          const deeds = possibleDeeds(facts);
          const type = deeds[choice % Math.max(1, deeds.length)];
          if (type === undefined) break;
          done.push(type);
          const next = factsAfter(done);
          if (type !== "forward") expect(next).not.toEqual(facts);
          expect(next.pausedMinutes).toBeGreaterThanOrEqual(facts.pausedMinutes);
          expect(next.receivedAt).toBe(facts.receivedAt);
          facts = next;
        }
        // The usual way from anywhere: what is awaited comes, the work ends, it is handed over and closed.
        for (let steps = 0; possibleDeeds(facts).length > 0; steps++) {
          expect(steps).toBeLessThan(8);
          const deeds = possibleDeeds(facts);
          const type = (["finish", "hand-over", "close"] as const).find((one) => deeds.includes(one)) ?? deeds[0]!;
          done.push(type);
          facts = factsAfter(done);
        }
        expect(facts.closedAt).not.toBe(NEVER);
      }),
    );
  });

  it("knows every state", () => {
    for (const state of DOSSIER_STATES) {
      expect(possibleDeeds({ state, acceptedAt: NEVER, closedAt: NEVER }).length).toBeGreaterThan(0);
    }
  });
});

describe("deeds", () => {
  it("need the chairman for a second request for supplements only", () => {
    expect(needsChairman("request-supplement", { supplementRequests: 0 })).toBe(false);
    expect(needsChairman("request-supplement", { supplementRequests: 1 })).toBe(true);
    expect(needsChairman("finish", { supplementRequests: 1 })).toBe(false);
  });

  it("want an appointment when no term gives one", () => {
    expect(() => factOf({ type: "accept" }, undefined)).toThrow("procedure.noTerm");
    expect(factOf({ type: "accept", dueAt: DUE }, undefined)).toEqual({ type: "accepted", dueAt: DUE });
  });

  it("are specific and reasoned where the forms are", () => {
    const request = (change: object) => deskDeed.safeParse({ ...DEEDS["request-supplement"], ...change }).success;
    expect(request({})).toBe(true);
    expect(request({ papers: [] })).toBe(false);
    expect(request({ reason: "thiếu" })).toBe(true);
    expect(request({ reason: "  " })).toBe(false);
  });
});
