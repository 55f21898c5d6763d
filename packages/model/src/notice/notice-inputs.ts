import { z } from "zod";
import { ALL_NOTICE_KINDS, MAIL_KINDS } from "./notice-kinds";

/** An empty value of a form means no filter. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Which reminders of a person a page shows, as it stands in the address. */
export const listNotices = z.object({
  /** `unread`: neither read nor withdrawn. */
  show: z.enum(["unread", "all"]).catch("unread"),
  kind: optional(z.enum(ALL_NOTICE_KINDS)),
  /** Beginning of the code of what it is about. */
  q: optional(z.string().trim().max(100)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListNotices = z.infer<typeof listNotices>;

/** Some reminders, as a page showed them; all unread ones of a kind, or of all kinds, told until a moment. */
export const readNotices = z.union([
  z.object({ noticeIds: z.array(z.uuid()).min(1).max(100) }),
  z.object({ until: z.iso.datetime(), kind: z.enum(ALL_NOTICE_KINDS).optional() }),
]);
export type ReadNotices = z.infer<typeof readNotices>;

/** What one click has read. */
export const unreadNotices = z.object({ batch: z.uuid() });
export type UnreadNotices = z.infer<typeof unreadNotices>;

/** How a person wants to be reminded by e-mail. */
export const changeNoticeChoice = z
  .object({
    address: z.union([z.literal(""), z.email().max(254)]),
    mailOn: z.boolean(),
    kinds: z.array(z.enum(MAIL_KINDS)),
  })
  .refine(({ address, mailOn }) => !mailOn || address !== "", { path: ["address"], error: "address" });
export type ChangeNoticeChoice = z.infer<typeof changeNoticeChoice>;
