import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { dossierEvent } from "@gandan/model/dossier/dossier-event";
import { foldDossier } from "@gandan/model/dossier/fold-dossier";
import { OUTCOMES } from "@gandan/model/outcome/outcome";
import { compileModel } from "@gandan/model/rules/compile-model";
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
});

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

describe.each(files)("$model", ({ model, registered, cases }) => {
  const source = libraryModel(model);
  if (!source) throw new Error(`No model ${model}`);
  const compiled = compileModel(source.model, { calendar, registered: new Set(registered) });

  it.each(cases)("$title", ({ as_of, events, expect: expected }) => {
    const facts = foldDossier(events.map(eventOf), {
      calendar,
      groupOf: (procedure) => groups.get(procedure) ?? "unknown",
    });
    const judged = compiled.judgeDossier(facts, toLocalMinute(Date.parse(instant(as_of))));
    const outcomes = compiled.dossierRuleIds.map((id, i) => [id, judged[i]?.outcome]);
    expect(Object.fromEntries(outcomes)).toEqual(expected);
  });

  it("shows every dossier rule kept and broken at least once", () => {
    for (const id of compiled.dossierRuleIds) {
      const seen = new Set(cases.map((one) => one.expect[id]));
      expect([...seen], id).toEqual(expect.arrayContaining(["met", "missed"]));
    }
  });
});
