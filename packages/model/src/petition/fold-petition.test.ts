import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { describe, expect, it } from "vitest";
import { NEVER } from "../dossier/dossier-facts";
import { petitionWithinTerm } from "../rules/petition-within-term";
import { foldPetition, type PetitionStepFact, petitionFacts, possibleSteps } from "./fold-petition";
import { mostExtensions, type PetitionKind, petitionTerm } from "./petition-terms";

const calendar = compileCalendar([vietNamCalendar], { from: "2024-01-01", to: "2026-12-31" });
const at = (text: string) => minuteOfDate(text.slice(0, 10), text.slice(11) || "08:00");
const step = (name: PetitionStepFact["step"], when: string, more: Partial<PetitionStepFact> = {}) => ({
  step: name,
  at: at(when),
  ...more,
});
const local = (minute: number) =>
  new Date(toInstant(minute).getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

function fold(kind: PetitionKind, steps: PetitionStepFact[], more: { remote?: boolean; instance?: number } = {}) {
  return foldPetition(kind, steps, { calendar, remote: false, instance: 1, ...more });
}
const dueOf = (...given: Parameters<typeof fold>) => {
  const { next } = fold(...given);
  return next && `${next.step} ${local(next.dueAt)} ${next.value}`;
};

describe("the terms of the laws by date", () => {
  it.each([
    // Ten days until the law was changed, seven working days since.
    ["complaint", ["received 2026-06-30 10:00"], {}, "accepted 2026-07-10 17:00 10 calendar-days"],
    ["complaint", ["received 2026-07-01 10:00"], {}, "accepted 2026-07-10 17:00 7 working-days"],
    [
      "complaint",
      ["received 2026-07-02", "accepted 2026-07-06 15:00"],
      {},
      "resolved 2026-08-05 17:00 30 calendar-days",
    ],
    [
      "complaint",
      ["received 2026-07-02", "accepted 2026-07-06", "extended 2026-07-20"],
      {},
      "resolved 2026-08-20 17:00 45 calendar-days",
    ],
    [
      "complaint",
      ["received 2026-07-02", "accepted 2026-07-06"],
      { remote: true },
      "resolved 2026-08-20 17:00 45 calendar-days",
    ],
    [
      "complaint",
      ["received 2026-07-02", "accepted 2026-07-06", "extended 2026-07-20"],
      { remote: true },
      "resolved 2026-09-04 17:00 60 calendar-days",
    ],
    [
      "complaint",
      ["received 2026-07-02", "accepted 2026-07-06"],
      { instance: 2 },
      "resolved 2026-08-20 17:00 45 calendar-days",
    ],
    [
      "complaint",
      ["received 2026-07-02", "accepted 2026-07-06", "extended 2026-07-20"],
      { instance: 2, remote: true },
      "resolved 2026-09-14 17:00 70 calendar-days",
    ],
    ["denunciation", ["received 2026-07-02"], {}, "accepted 2026-07-13 17:00 7 working-days"],
    [
      "denunciation",
      ["received 2026-07-02", "accepted 2026-07-06"],
      { remote: true },
      "resolved 2026-08-05 17:00 30 calendar-days",
    ],
    [
      "denunciation",
      ["received 2026-07-02", "accepted 2026-07-06", "extended 2026-08-01"],
      {},
      "resolved 2026-09-04 17:00 60 calendar-days",
    ],
    [
      "denunciation",
      ["received 2026-07-02", "accepted 2026-07-06", "extended 2026-08-01", "extended 2026-09-01"],
      {},
      "resolved 2026-10-05 17:00 90 calendar-days",
    ],
    ["recommendation", ["received 2026-07-03 16:59"], {}, "passed-on 2026-07-10 17:00 5 working-days"],
    // Taken in on a Saturday: the first day that counts is Monday.
    ["recommendation", ["received 2026-07-04 09:00"], {}, "passed-on 2026-07-10 17:00 5 working-days"],
    ["recommendation", ["received 2026-07-03", "accepted 2026-07-04"], {}, null],
  ] as const)("%s %j %j: %s", (kind, steps, more, due) => {
    const facts = steps.map((text) => step(text.split(" ")[0] as never, text.slice(text.indexOf(" ") + 1)));
    expect(dueOf(kind, facts, more)).toBe(due);
  });

  it("name the law, and say what was not read in it", () => {
    const usual = { instance: 1, extensions: 0, remote: false };
    expect(petitionTerm("accepted", { kind: "complaint", ...usual }, "2026-07-01")).toMatchObject({
      legal_reference: expect.stringContaining("136/2025/QH15"),
      confirmed: true,
    });
    expect(petitionTerm("accepted", { kind: "denunciation", ...usual }, "2026-07-01")?.confirmed).toBe(false);
    expect(petitionTerm("accepted", { kind: "complaint", ...usual }, "2012-06-30")).toBeNull();
    expect(["complaint", "denunciation", "recommendation"].map((kind) => mostExtensions(kind as PetitionKind))).toEqual(
      [1, 2, 0],
    );
  });
});

describe("foldPetition", () => {
  const came = step("received", "2026-07-02");

  it("follows a petition to its end", () => {
    expect(fold("complaint", [came])).toMatchObject({ state: "received", acceptedAt: NEVER, endedAt: NEVER });
    const inside = step("passed-on", "2026-07-03", { towards: "inside" });
    expect(fold("complaint", [came, inside])).toMatchObject({ state: "passed-inside", endedAt: NEVER });
    expect(fold("complaint", [came, inside]).next?.step).toBe("accepted");
    const outside = step("passed-on", "2026-07-03", { towards: "outside" });
    expect(fold("denunciation", [came, outside])).toMatchObject({
      state: "passed-outside",
      passedOnAt: at("2026-07-03"),
      endedAt: at("2026-07-03"),
      next: null,
    });
    const done = [came, step("accepted", "2026-07-06"), step("resolved", "2026-07-20")];
    expect(fold("complaint", done)).toMatchObject({ state: "resolved", resolvedAt: at("2026-07-20"), next: null });
    expect(fold("complaint", [came, step("withdrawn", "2026-07-06")])).toMatchObject({
      state: "withdrawn",
      next: null,
    });
  });

  it("takes another kind with its terms when it was sent as the wrong one", () => {
    const classified = step("classified", "2026-07-03", { kind: "denunciation" });
    expect(fold("recommendation", [came, classified])).toMatchObject({
      kind: "denunciation",
      state: "received",
      next: { step: "accepted" },
    });
  });

  it("offers what may come next, and nothing when it is over", () => {
    const offered = (kind: PetitionKind, ...steps: PetitionStepFact[]) => possibleSteps(fold(kind, [came, ...steps]));
    expect(offered("complaint")).toEqual(["accepted", "passed-on", "refused", "classified", "withdrawn"]);
    expect(offered("recommendation")).toContain("resolved");
    const accepted = step("accepted", "2026-07-06");
    expect(offered("complaint", accepted)).toEqual(["resolved", "extended", "withdrawn"]);
    expect(offered("complaint", accepted, step("extended", "2026-07-20"))).toEqual(["resolved", "withdrawn"]);
    for (const end of ["resolved", "refused", "withdrawn"] as const) {
      expect(offered("complaint", step(end, "2026-07-20"))).toEqual([]);
    }
  });
});

describe("petitionFacts", () => {
  const judged = (steps: PetitionStepFact[], params: Record<string, unknown>, asOf: string) =>
    petitionWithinTerm.judge(params, { petition: [petitionFacts(calendar, fold("complaint", steps))] }, at(asOf), {
      calendar,
    } as never)?.judgements[0]?.outcome;
  const accepted = { step: "accepted", term: "7 working-days" };

  it("go by days: the last day is in time whatever the hour, the next one is not", () => {
    const came = step("received", "2026-07-02 09:00");
    expect(judged([came, step("accepted", "2026-07-13 16:00")], accepted, "2026-07-20")).toBe("met");
    expect(judged([came, step("accepted", "2026-07-14 07:30")], accepted, "2026-07-20")).toBe("missed");
  });

  it("ask nothing more of a unit that refused in time with reasons, or passed it on", () => {
    const came = step("received", "2026-07-02 09:00");
    expect(judged([came, step("refused", "2026-07-13")], accepted, "2026-08-20")).toBe("not-applicable");
    expect(judged([came, step("refused", "2026-07-14")], accepted, "2026-08-20")).toBe("missed");
    const outside = step("passed-on", "2026-07-06", { towards: "outside" });
    expect(judged([came, outside], accepted, "2026-08-20")).toBe("not-applicable");
    expect(judged([came, outside], { step: "passed-on", term: "5 working-days" }, "2026-08-20")).toBe("met");
  });
});
