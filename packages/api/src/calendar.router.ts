import { addDay, dropDay, readCalendar } from "@gandan/model/calendar/calendar-inputs";
import { addDay as add, dropDay as drop } from "@gandan/services/calendar/change-days";
import { readCalendar as read } from "@gandan/services/calendar/read-calendar";
import { router, unitProcedure } from "./trpc";

export const calendarRouter = router({
  read: unitProcedure.input(readCalendar).query(({ ctx, input }) => read(ctx.unit, input)),
  addDay: unitProcedure.input(addDay).mutation(({ ctx, input }) => add(ctx.unit, input)),
  dropDay: unitProcedure.input(dropDay).mutation(({ ctx, input }) => drop(ctx.unit, input)),
});
