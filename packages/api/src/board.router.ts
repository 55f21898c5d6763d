import { publicUnit } from "@gandan/model/public/public-inputs";
import { readBoard } from "@gandan/services/board/read-board";
import { openProcedure, router } from "./trpc";

/** The board in the hall of a unit. */
export const boardRouter = router({
  read: openProcedure.input(publicUnit).query(({ ctx, input }) => readBoard(ctx, input)),
});
