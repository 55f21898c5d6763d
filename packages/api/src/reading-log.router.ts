import { readReadingLog as input } from "@gandan/model/reading-log/reading-log-inputs";
import { exportReadingLog, readReadingLog } from "@gandan/services/reading-log/read-reading-log";
import { router, unitProcedure } from "./trpc";

export const readingLogRouter = router({
  read: unitProcedure.input(input).query(({ ctx, input: filters }) => readReadingLog(ctx.unit, filters)),
  export: unitProcedure.input(input).query(({ ctx, input: filters }) => exportReadingLog(ctx.unit, filters)),
});
