import { minuteOfDate } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { describe, expect, it } from "vitest";
import { type DossierFacts, NEVER } from "../dossier/dossier-facts";
import { type ModelInput, modelSource } from "../model/model-schema";
import { dueLetters, unmetRules } from "./due-letters";
import { DELIVERED_KINDS, type LetterKind } from "./letter-kinds";

const calendar = compileCalendar([vietNamCalendar], { from: "2026-01-01", to: "2026-12-31" });
const at = (text: string) => minuteOfDate(text.slice(0, 10), text.slice(11));
const model = (parts: Partial<ModelInput>) => modelSource.parse({ schema: 1, id: "m", title: "M", ...parts });
const letter = (rule: Record<string, unknown>) => model({ rules: { thu: { kind: "dossier.letter", ...rule } } });
const birthModel = letter({ groups: ["birth"], letter: "congratulation", within: "1 working-days" });

/** Accepted Tuesday 17/11 at 8:00, due Friday 20/11 at 17:00. */
const facts = (changes: Partial<DossierFacts> = {}): DossierFacts => ({
  procedure: "1.001193",
  group: "birth",
  channel: "direct",
  flags: [],
  state: "processing",
  receivedAt: at("2026-11-17 08:00"),
  acceptedAt: at("2026-11-17 08:00"),
  dueAt: at("2026-11-20 17:00"),
  promisedAt: at("2026-11-20 17:00"),
  finishedAt: NEVER,
  handedOverAt: NEVER,
  closedAt: NEVER,
  endedAt: NEVER,
  pausedMinutes: 0,
  pausedSince: NEVER,
  supplementRequests: 0,
  reappointments: 0,
  apologyAt: NEVER,
  apologyFields: [],
  apologySigner: null,
  letters: [],
  ...changes,
});
const plan = (
  known: Partial<DossierFacts>,
  asOf: string,
  models = [birthModel],
  kinds: readonly LetterKind[] = DELIVERED_KINDS,
) => dueLetters(facts(known), { kinds, models, calendar }, at(asOf));
const told = ({ due }: ReturnType<typeof dueLetters>) => due.map(({ kind, fact }) => `${kind.kind}: ${fact}`);

describe("an apology", () => {
  it("is called for half a day before the appointment, and not before", () => {
    const early = plan({}, "2026-11-20 09:00");
    expect(early).toEqual({ due: [], next: at("2026-11-20 11:00") });
    expect(told(plan({}, "2026-11-20 11:00"))).toEqual(["apology: late 2026-11-20T10:00:00.000Z"]);
  });

  it("comes earlier or later as the model reminds, and as the kind itself says", () => {
    const reminding = model({ reminders: { before_due: ["2 working-days", "1 working-days"] } });
    expect(plan({}, "2026-11-18 09:00", [reminding]).next).toBe(at("2026-11-20 07:15"));
    const own = DELIVERED_KINDS.map((kind) => (kind.kind === "apology" ? { ...kind, lead: "1 working-hours" } : kind));
    expect(plan({}, "2026-11-18 09:00", [reminding], own).next).toBe(at("2026-11-20 16:00"));
  });

  it("takes at most a quarter of a short term", () => {
    const short = { acceptedAt: at("2026-11-20 13:30"), promisedAt: at("2026-11-20 15:30") };
    expect(plan(short, "2026-11-20 13:40").next).toBe(at("2026-11-20 15:00"));
  });

  it.each<[string, Partial<DossierFacts>]>([
    ["while a supplement is awaited", { pausedSince: at("2026-11-19 09:00") }],
    ["of a dossier that has ended", { endedAt: at("2026-11-19 09:00") }],
    ["when there is one", { apologyAt: at("2026-11-19 09:00"), promisedAt: at("2026-11-24 17:00") }],
    ["before the acceptance", { acceptedAt: NEVER, dueAt: NEVER, promisedAt: NEVER }],
    ["of a dossier that is finished", { finishedAt: at("2026-11-20 10:00"), group: "other" }],
    ["for an appointment outside the calendar", { promisedAt: at("2031-01-05 17:00") }],
  ])("is not called for %s", (_name, known) => {
    expect(plan(known, "2026-11-20 16:00")).toEqual({ due: [], next: NEVER });
  });

  it("is no longer begun a week after the appointment, yet a draft of it still has its reason", () => {
    expect(plan({}, "2026-11-27 17:00").due[0]?.fresh).toBe(true);
    expect(plan({}, "2026-11-27 17:01").due[0]?.fresh).toBe(false);
  });

  it("is not drafted where the unit does not want it", () => {
    const never = DELIVERED_KINDS.map((kind) => ({ ...kind, drafting: "never" as const }));
    expect(plan({}, "2026-11-20 16:00", [birthModel], never).due).toEqual([]);
  });
});

describe("a letter with the result", () => {
  const finished = { finishedAt: at("2026-11-20 10:00") };

  it("is what the model asks for, in its term", () => {
    const [due] = plan(finished, "2026-11-20 10:01").due;
    expect(due).toMatchObject({ kind: { kind: "birth" }, dueAt: at("2026-11-23 10:00"), fresh: true });
    expect(due?.fact).toBe("finished 2026-11-20T03:00:00.000Z");
  });

  it("is not called for without a rule, in another group, or when one was sent", () => {
    expect(plan(finished, "2026-11-20 10:01", []).due).toEqual([]);
    expect(plan({ ...finished, group: "death" }, "2026-11-20 10:01").due).toEqual([]);
    const letters = [{ letter: "congratulation" as const, at: at("2026-11-20 09:00") }];
    expect(plan({ ...finished, letters }, "2026-11-20 10:01").due).toEqual([]);
  });

  it("goes by the nearest kind: the unit's own for the group, then the delivered one, then one for any", () => {
    const own: LetterKind = {
      kind: "khai-sinh-rieng",
      title: "Thư mừng bé",
      tone: "congratulation",
      occasion: "finished",
      groups: ["birth"],
      drafting: "model",
      lead: null,
    };
    const any = { ...own, kind: "chung", groups: [] };
    expect(told(plan(finished, "2026-11-20 10:01", [birthModel], [...DELIVERED_KINDS, any, own]))[0]).toMatch(
      /^khai-sinh/,
    );
    expect(told(plan(finished, "2026-11-20 10:01", [birthModel], [...DELIVERED_KINDS, any]))[0]).toMatch(/^birth/);
    const business = letter({ groups: ["business"], letter: "congratulation" });
    expect(
      told(plan({ ...finished, group: "business" }, "2026-11-20 10:01", [business], [...DELIVERED_KINDS, any])),
    ).toEqual(["chung: finished 2026-11-20T03:00:00.000Z"]);
    expect(unmetRules([business, birthModel], DELIVERED_KINDS)).toEqual([
      { letter: "congratulation", group: "business" },
    ]);
  });

  it("keeps the earliest of several terms, and comes once", () => {
    const strict = letter({ groups: ["birth"], letter: "congratulation", within: "same-day" });
    const { due } = plan(finished, "2026-11-20 10:01", [birthModel, strict]);
    expect(due).toHaveLength(1);
    expect(due[0]?.dueAt).toBe(at("2026-11-20 17:00"));
  });

  it("is always written where the unit wants that, whatever the model says", () => {
    const always = DELIVERED_KINDS.map((kind) =>
      kind.kind === "thanks" ? { ...kind, drafting: "always" as const } : kind,
    );
    expect(told(plan({ ...finished, group: "business" }, "2026-11-20 10:01", [], always))[0]).toMatch(/^thanks/);
  });
});
