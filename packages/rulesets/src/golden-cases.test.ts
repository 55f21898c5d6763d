import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { dossierEvent } from "@gandan/model/dossier/dossier-event";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { foldDossier } from "@gandan/model/dossier/fold-dossier";
import { OUTCOMES } from "@gandan/model/outcome/outcome";
import { compileModel } from "@gandan/model/rules/compile-model";
import type { UnitFacts } from "@gandan/model/rules/facts";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { libraryModel, libraryModels, procedures, register } from "./library";

/** Times in the cases are on the wall clock of Viet Nam. */
const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const instant = (local: string): string => `${local}:00+07:00`;

const goldenCases = z.strictObject({
  model: z.string(),
  registered: z.array(z.string()),
  cases: z
    .array(
      z.strictObject({
        title: z.string(),
        as_of: localTime,
        events: z.array(z.looseObject({ at: localTime, type: z.string() })).min(2),
        expect: z.record(z.string(), z.enum(OUTCOMES)),
      }),
    )
    .min(3),
  /** Facts of the unit other than dossiers; expected is one outcome a judgement. */
  unit_cases: z
    .array(
      z.strictObject({
        title: z.string(),
        as_of: localTime,
        facts: z.looseObject({}),
        expect: z.record(z.string(), z.array(z.enum(OUTCOMES)).min(1)),
      }),
    )
    .default([]),
});

const minuteOf = (local: string): number => toLocalMinute(Date.parse(instant(local)));

/** The same facts with local times as minutes and "never" as NEVER. */
function withMinutes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMinutes);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withMinutes(inner)]));
  }
  if (value === "never") return NEVER;
  return typeof value === "string" && localTime.safeParse(value).success ? minuteOf(value) : value;
}

const folder = join(import.meta.dirname, "../cases");
const files = readdirSync(folder).map((name) =>
  goldenCases.parse(parse(readFileSync(join(folder, name), "utf8"), { schema: "core" })),
);

const calendar = compileCalendar([vietNamCalendar], { from: "2023-01-01", to: "2026-12-31" });
const groups = new Map<string, string>(procedures().map(({ code, group }) => [code, group]));

function eventOf({ at, ...fact }: { at: string; type: string; [key: string]: unknown }) {
  const times = Object.entries(fact).filter(([, value]) => localTime.safeParse(value).success);
  const atInstants = Object.fromEntries(times.map(([key, value]) => [key, instant(String(value))]));
  return dossierEvent.parse({ at: instant(at), recordedAt: instant(at), fact: { ...fact, ...atInstants } });
}

it("every model of the library has golden cases", () => {
  expect(files.map(({ model }) => model).sort()).toEqual(
    libraryModels()
      .map(({ id }) => id)
      .sort(),
  );
});

it("the cases of a unit of the register use the procedures it registered", () => {
  const own = (register()?.entries ?? []).filter(({ model }) => model !== null && model !== "phuoc-long-2023");
  expect(own).toHaveLength(8);
  for (const { model, procedures: chosen } of own) {
    const file = files.find((one) => one.model === model);
    expect(file?.registered.toSorted(), model ?? "").toEqual(chosen.map(({ code }) => code).sort());
  }
});

describe.each(files)("$model", ({ model, registered, cases, unit_cases }) => {
  const source = libraryModel(model);
  if (!source) throw new Error(`No model ${model}`);
  const compiled = compileModel(source.model, { calendar, registered: new Set(registered) });

  it.each(cases)("$title", ({ as_of, events, expect: expected }) => {
    const facts = foldDossier(events.map(eventOf), {
      calendar,
      groupOf: (procedure) => groups.get(procedure) ?? "unknown",
    });
    const judged = compiled.judgeDossier(facts, minuteOf(as_of));
    const outcomes = compiled.dossierRuleIds.map((id, i) => [id, judged[i]?.outcome]);
    expect(Object.fromEntries(outcomes)).toEqual(expected);
  });

  it("judges the other facts of the unit", () => {
    const others = compiled.ruleIds.filter((id) => !compiled.dossierRuleIds.includes(id));
    const shown = new Set(unit_cases.flatMap((one) => Object.keys(one.expect)));
    // A model that extends another is shown by the cases of that one.
    if (source.own.extends === undefined) expect([...shown].sort()).toEqual(others.toSorted());
    for (const { title, as_of, facts, expect: expected } of unit_cases) {
      const judged = compiled.judgeUnit(withMinutes(facts) as UnitFacts, minuteOf(as_of));
      const outcomes = Object.keys(expected).map((id) => [id, judged.get(id)?.judgements.map((one) => one.outcome)]);
      expect(Object.fromEntries(outcomes), title).toEqual(expected);
    }
  });

  it("shows every dossier rule kept and broken at least once", () => {
    for (const id of compiled.dossierRuleIds) {
      const seen = new Set(cases.map((one) => one.expect[id]));
      expect([...seen], id).toEqual(expect.arrayContaining(["met", "missed"]));
    }
  });
});
