import { toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { type DeskDeed, factOf, possibleDeeds } from "@gandan/model/dossier/desk-deed";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadJudge } from "../outcome/load-judge";
import { foldRollups } from "../rollup/fold-rollups";
import { readIndicators } from "../rollup/read-indicators";
import { verifyRollups } from "../rollup/verify-rollups";
import { actingAt, adoptOwn, COPY, fillProcedures, moment, ownModel, recordAll } from "./dossier-test-unit";
import { readQueues } from "./read-queues";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const NOW = "2026-11-20T10:00";
const FIRST = moment("2026-11-02T07:00").getTime();

const DEEDS: Record<DeskDeed["type"], DeskDeed> = {
  accept: { type: "accept" },
  forward: { type: "forward", to: "Nguyễn Văn A" },
  "request-supplement": { type: "request-supplement", papers: ["Tờ khai"], reason: "Thiếu chữ ký" },
  supplement: { type: "supplement" },
  "request-duty": { type: "request-duty" },
  "do-duty": { type: "do-duty" },
  refuse: { type: "refuse", reason: "Không thuộc thẩm quyền" },
  stop: { type: "stop", reason: "Người nộp rút" },
  withdraw: { type: "withdraw" },
  finish: { type: "finish" },
  "hand-over": { type: "hand-over" },
  close: { type: "close" },
};

/** Which of the possible deeds comes next, how many minutes later; and now and then a word of the provincial system. */
const step = fc.record({
  choice: fc.nat(11),
  minutes: fc.integer({ min: 1, max: 3_000 }),
  told: fc.option(
    fc.constantFrom<DossierFact["type"]>("finished", "closed", "supplemented", "withdrawn", "handed-over"),
    {
      freq: 6,
    },
  ),
});
const life = fc.record({ day: fc.nat(15), steps: fc.array(step, { maxLength: 10 }), due: fc.nat(9_000) });
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

type Judge = Awaited<ReturnType<typeof loadJudge>>;

/** What happens to a dossier that is worked on by what is possible, and told of by others. */
function eventsOf(judge: Judge, { day, steps, due }: Life): DossierEvent[] {
  const event = (minute: number, fact: DossierFact): DossierEvent => {
    const at = new Date(FIRST + minute * 60_000).toISOString();
    return { at, recordedAt: at, fact };
  };
  let minute = day * 1440;
  const events = [event(minute, { type: "received", procedure: COPY, channel: "direct", flags: [] })];
  for (const { choice, minutes, told } of steps) {
    minute += minutes;
    const deeds = possibleDeeds(judge.fold(events));
    if (told) events.push(event(minute, { type: told } as DossierFact));
    else if (deeds.length > 0) {
      const dueAt = new Date(FIRST + (minute + 1 + due) * 60_000).toISOString();
      events.push(event(minute, factOf(DEEDS[deeds[choice % deeds.length]!], dueAt)));
    }
  }
  return events.filter(({ at }) => Date.parse(at) < moment(NOW).getTime());
}

/** The queues as anyone would say what they are. */
function queuesOf(all: readonly DossierFacts[], asOf: number) {
  const open = all.filter(({ finishedAt, endedAt }) => finishedAt === NEVER && endedAt === NEVER);
  const late = open.filter(({ pausedSince, dueAt }) => pausedSince === NEVER && dueAt !== NEVER && dueAt < asOf);
  return {
    open: open.length,
    late: late.length,
    "late-no-letter": late.filter(({ apologyAt }) => apologyAt === NEVER).length,
    "awaiting-citizen": open.filter(({ state }) => state.startsWith("awaiting")).length,
    "finished-not-closed": all.filter(({ finishedAt, closedAt }) => finishedAt !== NEVER && closedAt === NEVER).length,
    "second-supplement": open.filter(({ supplementRequests }) => supplementRequests > 1).length,
  };
}

it("whatever happens to dossiers, in whatever portions it is told: roll-ups, outcomes and queues agree with a count by hand", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 12 }), fc.nat(100), async (lives, cut) => {
      const ctx = actingAt(database, await newUnit(database.owner), NOW);
      const versionId = await adoptOwn(database, ctx.unitId, "2026-11-05");
      const asOf = toLocalMinute(ctx.now);
      const judge = await inUnit(ctx, (_tx, sql) => loadJudge(sql, ctx.unitId, ctx.now));
      const told = lives.map((each, i) => ({ externalCode: `Z-${i}`, events: eventsOf(judge, each) }));
      const part = (from: (length: number) => number, to: (length: number) => number) =>
        told.flatMap(({ externalCode, events }) => {
          const some = events.slice(from(events.length), to(events.length));
          return some.length > 0 ? [{ externalCode, events: some }] : [];
        });
      const middle = (length: number) => Math.max(1, Math.floor((length * cut) / 100));
      await recordAll(
        ctx,
        part(() => 0, middle),
      );
      await foldRollups(ctx, ctx.now);
      await recordAll(
        ctx,
        part(middle, (length) => length),
      );
      await foldRollups(ctx, ctx.now);
      expect(await verifyRollups(ctx)).toEqual([]);

      const facts = told.map(({ events }) => judge.fold(events));
      expect((await readQueues(ctx, { hours: 8 })).counts).toMatchObject(queuesOf(facts, asOf));

      const judged = facts
        .map((each, i) => judge.judge(each, told[i]!.events[0]!.at.slice(0, 10), asOf))
        .flatMap((versions) => versions.filter(({ span }) => span.versionId === versionId));
      const ruleIds = Object.keys(ownModel.rules);
      const [read] = await inUnit(ctx, (_tx, sql) =>
        readIndicators(sql, {
          unitIds: [ctx.unitId],
          versions: [{ versionId, ruleIds }],
          from: "2026-11-01",
          to: "2026-11-30",
        }),
      );
      const count = (rule: number, outcome: string) =>
        judged.filter(({ judgements }) => judgements[rule]?.outcome === outcome).length;
      expect(read?.dossiers ?? 0).toBe(judged.length);
      if (read) {
        expect(read.tallies).toEqual(
          ruleIds.map((_, rule) => ({
            met: count(rule, "met"),
            missed: count(rule, "missed"),
            pending: count(rule, "pending"),
            notApplicable: count(rule, "not-applicable"),
          })),
        );
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
