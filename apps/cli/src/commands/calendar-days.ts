import { existsSync, readFileSync } from "node:fs";
import { AppError } from "@gandan/model/error/app-error";
import { localDate } from "@gandan/model/model/model-schema";
import { type DayFileError, layDays } from "@gandan/services/calendar/lay-days";
import { defineCommand, exitCode, UsageError } from "../command";
import { Problem } from "../system/problem";
import { withDatabase } from "../unit/run-unit-import";
import { unitFileSentence } from "../unit/unit-file-sentence";

/** Days off and days worked instead, as they are announced: into the national calendar, or that of a unit and all below it. */
export const calendarDays = defineCommand({
  usage: "calendar days FILE [--unit CODE] [--known-to YYYY-MM-DD]",
  summary:
    "Ghi ngày nghỉ, ngày làm bù từ tệp CSV vào lịch cả nước, hoặc lịch của một đơn vị và các đơn vị trực thuộc. · Lays days off and days worked instead into the national calendar, or that of a unit and all below it; all or nothing.",
  options: { unit: { type: "string" }, "known-to": { type: "string" } },
  run: async ({ values, positionals }) => {
    const [file] = positionals;
    const { unit: unitCode, "known-to": knownTo } = values;
    if (file === undefined || positionals.length > 1) throw new UsageError("Cần một tệp. · One file is needed.");
    if (knownTo !== undefined && !localDate.safeParse(knownTo).success) {
      throw new UsageError(`“${knownTo}” không phải ngày. · is no day.`);
    }
    if (knownTo !== undefined && unitCode !== undefined) {
      throw new UsageError("--known-to chỉ dùng cho lịch cả nước. · --known-to is for the national calendar only.");
    }
    if (!existsSync(file)) throw new Problem(`Không có tệp “${file}”.`, `There is no file “${file}”.`);
    const content = readFileSync(file, "utf8");
    const laid = await withDatabase((url) => layDays(url, { content, unitCode, knownTo }, new Date())).catch(
      (error: unknown) => {
        if (!(error instanceof AppError) || error.key !== "unit.notFound") throw error;
        throw new Problem(`Không có đơn vị “${unitCode}”.`, `There is no unit “${unitCode}”.`);
      },
    );
    const { days, added, changed, units, errors } = laid;
    if (errors.length > 0) {
      const lines = errors.map((one) => `${file}:${one.line}${one.column ? ` ${one.column}` : ""}: ${sentenceOf(one)}`);
      const last = `${errors.length} lỗi; chưa ghi gì. · ${errors.length} errors; nothing was written.`;
      return { code: exitCode.problem, text: [...lines, last].join("\n"), data: laid };
    }
    const done = `${days} ngày trong tệp; thêm ${added}, sửa ${changed}; ${units} đơn vị có hồ sơ đang chờ được tính lại.`;
    const inEnglish = `${days} days in the file; ${added} added, ${changed} changed; ${units} units with waiting dossiers are judged anew.`;
    return { code: exitCode.ok, text: `${done}\n${inEnglish}`, data: laid };
  },
});

function sentenceOf({ key, details }: DayFileError): string {
  const value = String(details.value ?? "");
  if (key === "dayFile.past") return `${value} đã qua, không đổi được nữa · has passed, and is not changed any more`;
  if (key === "dayFile.wrong") {
    return `“${value}” không dùng được (ngày YYYY-MM-DD; kind: off, off-morning, off-afternoon, working) · cannot be used`;
  }
  return unitFileSentence({ key, details });
}
