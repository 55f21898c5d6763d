import { changeNoticeChoice, listNotices, readNotices, unreadNotices } from "@gandan/model/notice/notice-inputs";
import { countUnread, listNotices as list } from "@gandan/services/notice/list-notices";
import { changeNoticeChoice as change, readNoticeChoice } from "@gandan/services/notice/notice-choice";
import { readNotices as read, unreadNotices as unread } from "@gandan/services/notice/read-notices";
import { router, unitProcedure } from "./trpc";

export const noticeRouter = router({
  count: unitProcedure.query(({ ctx }) => countUnread(ctx.unit)),
  list: unitProcedure.input(listNotices).query(({ ctx, input }) => list(ctx.unit, input)),
  read: unitProcedure.input(readNotices).mutation(({ ctx, input }) => read(ctx.unit, input)),
  unread: unitProcedure.input(unreadNotices).mutation(({ ctx, input }) => unread(ctx.unit, input)),
  choice: unitProcedure.query(({ ctx }) => readNoticeChoice(ctx.unit)),
  choose: unitProcedure.input(changeNoticeChoice).mutation(({ ctx, input }) => change(ctx.unit, input)),
});
