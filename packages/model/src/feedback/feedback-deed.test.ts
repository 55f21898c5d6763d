import { describe, expect, it } from "vitest";
import { NEVER } from "../dossier/dossier-facts";
import { type FeedbackDeed, mayReopen, needsAnswer, stateAfter } from "./feedback-deed";
import { contact, STATES } from "./feedback-inputs";
import { feedbackRounds } from "./feedback-rounds";

describe("what can happen to feedback", () => {
  it.each([
    ["answered", ["answered", null, null, null]],
    ["corrected", [null, "answered", "solved", null]],
    ["solved", [null, "solved", null, null]],
    ["reopened", [null, "open", "open", "open"]],
    ["declined", ["declined", null, null, null]],
    ["restored", [null, null, null, "open"]],
    ["assigned", ["open", null, null, null]],
  ] as [FeedbackDeed, (string | null)[]][])("%s, from open, answered, solved, declined", (deed, after) => {
    expect(STATES.map((state) => stateAfter(state, deed))).toEqual(after);
  });

  it("opens again three times, and never what was no feedback", () => {
    expect([0, 2, 3].map((n) => mayReopen("answered", null, n))).toEqual([true, true, false]);
    expect(
      (["elsewhere", "duplicate", "petition", "abuse", "spam"] as const).map((r) => mayReopen("declined", r, 0)),
    ).toEqual([true, true, true, false, false]);
    expect(mayReopen("open", null, 0)).toBe(false);
  });

  it("wants an answer, but for praise by nobody", () => {
    expect([needsAnswer("praise", false), needsAnswer("praise", true), needsAnswer("staff", false)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe("what rules judge of a feedback", () => {
  const at = (kind: string, minute: number, reason?: "spam" | "elsewhere") => ({
    at: minute,
    kind,
    reason: reason ?? null,
  });

  it("is each time that it waited", () => {
    const events = [
      at("received", 10),
      at("assigned", 12),
      at("answered", 20),
      at("corrected", 25),
      at("reopened", 30),
    ];
    expect(feedbackRounds("facility", false, events)).toEqual([
      { receivedAt: 10, answeredAt: 20, needsAnswer: true },
      { receivedAt: 30, answeredAt: NEVER, needsAnswer: true },
    ]);
    expect(feedbackRounds("praise", false, [at("received", 10)])).toMatchObject([{ needsAnswer: false }]);
  });

  it("counts what is passed on as answered, and of the rest that is declined nothing", () => {
    const passed = [at("received", 10), at("declined", 15, "elsewhere")];
    expect(feedbackRounds("other", false, passed)).toEqual([{ receivedAt: 10, answeredAt: 15, needsAnswer: true }]);
    const spam = [at("received", 10), at("declined", 15, "spam")];
    expect(feedbackRounds("other", false, spam)).toMatchObject([{ needsAnswer: false }]);
    expect(feedbackRounds("other", false, [...spam, at("restored", 20)])).toEqual([
      { receivedAt: 10, answeredAt: NEVER, needsAnswer: true },
    ]);
  });
});

it("takes a name only with a way to reach its bearer", () => {
  expect(contact.safeParse({ name: "Trần Văn D" }).success).toBe(false);
  expect(contact.safeParse({ name: "Trần Văn D", phone: "0912 345 678" }).success).toBe(true);
  expect(contact.safeParse({ phone: "không có" }).success).toBe(false);
  expect(contact.safeParse({ email: "ten@xa" }).success).toBe(false);
  expect(contact.safeParse({}).success).toBe(true);
});
