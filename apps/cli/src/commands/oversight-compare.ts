import { AppError } from "@gandan/model/error/app-error";
import { localDate } from "@gandan/model/model/model-schema";
import { compareByCode } from "@gandan/services/oversight/compare-by-code";
import { defineCommand, exitCode, UsageError } from "../command";
import { Problem } from "../system/problem";
import { withDatabase } from "../unit/run-unit-import";

const percent = (share: number | null) => (share === null ? "–" : `${(share * 100).toFixed(1)}%`);

export const oversightCompare = defineCommand({
  usage: "compare --above CODE --from YYYY-MM-DD --to YYYY-MM-DD",
  summary:
    "So sánh các đơn vị trực thuộc bằng thước đo chung. · Compares the units below one by the yardstick applied to them.",
  options: { above: { type: "string" }, from: { type: "string" }, to: { type: "string" } },
  run: async ({ values }) => {
    const { above, from, to } = values;
    const days = [from, to].every((day) => localDate.safeParse(day).success);
    if (!above || !from || !to || !days || from > to) {
      throw new UsageError("Cần --above, --from và --to theo thứ tự. · --above, --from and --to are needed, in order.");
    }
    const compared = await withDatabase((url) => compareByCode(url, { above, from, to }, new Date())).catch(
      (error: unknown) => {
        if (!(error instanceof AppError) || error.key !== "unit.notFound") throw error;
        throw new Problem(`Không có đơn vị “${above}” ngày ${to}.`, `There is no unit “${above}” on ${to}.`);
      },
    );
    const header = ["hạng · rank", "đơn vị · unit", "điểm · points", "n", ...compared.indicators.map(({ id }) => id)];
    const lines = compared.rows.map(({ unit, dossiers, ranked, cells }) => [
      ranked?.rank ? `${ranked.rank.from}–${ranked.rank.to}` : "–",
      `${unit.name} (${unit.code})`,
      ranked?.points === undefined || ranked.points === null ? "–" : ranked.points.toFixed(1),
      String(dossiers),
      ...cells.map(({ share }) => percent(share)),
    ]);
    return {
      code: exitCode.ok,
      text: [header, ...lines].map((line) => line.join("\t")).join("\n"),
      data: compared,
    };
  },
});
