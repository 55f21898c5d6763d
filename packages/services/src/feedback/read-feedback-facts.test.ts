import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillProcedures } from "../dossier/dossier-test-unit";
import { readScore } from "../score/read-score";
import { answerFeedback, declineFeedback } from "./answer-feedback";
import { listeningUnit } from "./feedback-test-unit";
import { reopenFeedback } from "./follow-feedback";
import { readFeedbackFacts } from "./read-feedback-facts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const text = "Chúng tôi đã làm xong việc này.";

it("makes points of feedback answered in time, of each time that it waited", async () => {
  const { unitId, slug, lan, chairman, anybody, tell, idOf } = await listeningUnit(database);
  // In time, and sent back: late then.
  const one = await tell({}, "2026-10-05T08:00");
  const oneId = await idOf(one.number);
  await answerFeedback(lan("2026-10-06T08:00"), { feedbackId: oneId, seen: 1, text });
  await reopenFeedback(anybody("2026-10-12T08:00"), { slug, secret: one.secret, text: "Vẫn còn hỏng." });
  await answerFeedback(lan("2026-10-20T08:00"), { feedbackId: oneId, seen: 3, text });
  // Nobody answers.
  await tell({}, "2026-10-06T08:00");
  // Praise by nobody, and no feedback at all.
  await tell({ topic: "praise" }, "2026-10-07T08:00");
  const spam = await tell({}, "2026-10-07T08:00");
  const decline = { feedbackId: await idOf(spam.number), seen: 1, reason: "spam", text } as const;
  await declineFeedback(chairman("2026-10-07T09:00"), decline);
  // Of another quarter.
  await tell({}, "2026-09-30T08:00");

  const quarter = { from: "2026-10-01", to: "2026-12-31" };
  const facts = await inUnit(lan("2026-11-02T08:00"), (_tx, sql) => readFeedbackFacts(sql, unitId, quarter));
  expect(facts).toHaveLength(5);
  const [card] = await readScore(chairman("2026-11-02T08:00"), quarter);
  expect(card?.explanation.lines.map(({ id, met, n }) => [id, met, n])).toEqual([["diem-gop-y", 1, 3]]);
});

it("says nothing for a unit that never got any", async () => {
  const { unitId, lan } = await listeningUnit(database);
  const year = { from: "2026-01-01", to: "2026-12-31" };
  expect(await inUnit(lan("2026-11-02T08:00"), (_tx, sql) => readFeedbackFacts(sql, unitId, year))).toBeUndefined();
});
