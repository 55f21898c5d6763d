import { existsSync, readFileSync } from "node:fs";
import { type LocalMinute, minuteOfDate, toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { evaluateDossiers } from "@gandan/model/evaluation/evaluate-dossiers";
import { readFacts } from "@gandan/model/evaluation/read-facts";
import { procedures } from "@gandan/rulesets/library";
import { defineCommand, exitCode, UsageError } from "../command";
import { openGoodModel } from "../model/open-model";
import { Problem } from "../system/problem";

/** The end of a day, or an instant of ISO 8601. */
function minuteOf(text: string): LocalMinute {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return minuteOfDate(text, "23:59");
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) {
    throw new UsageError(`--as-of: “${text}” không phải ngày hay thời điểm. · is neither a date nor an instant.`);
  }
  return toLocalMinute(instant);
}

const share = (met: number, missed: number) =>
  met + missed === 0 ? "–" : `${((met / (met + missed)) * 100).toFixed(1)}%`;

export const evaluate = defineCommand({
  usage: "evaluate MODEL FACTS.jsonl [--as-of 2026-11-22] [--registered CODES]",
  summary:
    "Chấm hồ sơ theo một mô hình; mỗi dòng là {code, events}. · Judges dossiers by a model; each line is {code, events}. Procedure codes of --registered are joined by commas.",
  options: { "as-of": { type: "string" }, registered: { type: "string" } },
  run: async ({ values, positionals }) => {
    const [name, file] = positionals;
    if (name === undefined || file === undefined || positionals.length > 2) {
      throw new UsageError("Cần một mô hình và một tệp hồ sơ. · A model and a file of dossiers are needed.");
    }
    const asOf = values["as-of"] === undefined ? toLocalMinute(Date.now()) : minuteOf(values["as-of"]);
    const model = openGoodModel(name);
    if (!existsSync(file)) throw new Problem(`Không có tệp “${file}”.`, `There is no file “${file}”.`);
    const { lines, problems } = readFacts(readFileSync(file, "utf8"));
    if (problems.length > 0) {
      const text = problems.map(({ line, path, message }) => `${file}:${line} ${path}: ${message}`).join("\n");
      return { code: exitCode.problem, text, data: { problems } };
    }
    const groups = new Map(procedures().map(({ code, group }) => [code, group]));
    const env = {
      calendar: compileCalendar([vietNamCalendar], { from: "2022-01-01", to: "2028-12-31" }),
      groupOf: (code: string) => groups.get(code) ?? "other",
      registered: new Set(values.registered?.split(",").map((code) => code.trim())),
    };
    const evaluation = evaluateDossiers(model, lines, env, asOf);
    const { score, indicators } = evaluation;
    const rows = Object.entries(indicators).map(
      ([id, { met, missed, pending }]) =>
        `  ${share(met, missed).padStart(6)}  ${met}/${met + missed}, +${pending}  ${id}`,
    );
    const points = `${score.points.toFixed(1)} / ${score.coverage} (${score.total})`;
    return {
      code: exitCode.ok,
      text: [`${model.title}: ${lines.length} hồ sơ · dossiers`, ...rows, `  Điểm · points: ${points}`].join("\n"),
      data: { model: model.id, asOf, ...evaluation },
    };
  },
});
