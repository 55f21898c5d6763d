import { z } from "zod";

/** Largest list of staff taken in: MiB and rows. */
export const MAX_STAFF_FILE_MB = 2;
export const MAX_STAFF_ROWS = 1000;

const name = z.string().trim().min(2).max(120);
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => text || null)
    .nullable()
    .default(null);

/** As typed when signing in: an e-mail address, or letters and digits joined by dots and dashes. */
export const signInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+([._@+-]+[a-z0-9]+)*$/)
  .min(3)
  .max(120);
export const staffEmail = z.email().max(200).toLowerCase();
const email = z.preprocess((value) => (value === "" ? null : value), staffEmail.nullable().default(null));

const roleDates = {
  role: z.string().min(1).max(40),
  from: z.iso.date(),
  /** The last day, included; open when there is none. */
  lastDay: z.preprocess((value) => (value === "" ? null : value), z.iso.date().nullable().default(null)),
};
const inOrder = ({ from, lastDay }: { from: string; lastDay: string | null }) => lastDay === null || lastDay >= from;
const order = { path: ["lastDay"], message: "order" };

export const listStaff = z.object({
  q: z.string().trim().max(100).catch(""),
  role: z.string().max(40).catch(""),
  state: z.enum(["working", "ended", "no-password", "all"]).catch("working"),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type ListStaff = z.infer<typeof listStaff>;

export const staffId = z.object({ staffId: z.uuid() });
export type StaffId = z.infer<typeof staffId>;

export const addPerson = z
  .object({ name, signInName, email, code: optionalText(40), title: optionalText(120), ...roleDates })
  .refine(inOrder, order);
export type AddPerson = z.infer<typeof addPerson>;

export const changePerson = staffId.extend({ name, email, code: optionalText(40), title: optionalText(120) });
export type ChangePerson = z.infer<typeof changePerson>;

export const giveRole = staffId.extend(roleDates).refine(inOrder, order);
export type GiveRole = z.infer<typeof giveRole>;

export const endRole = staffId.extend({ role: z.string().min(1).max(40), from: z.iso.date(), lastDay: z.iso.date() });
export type EndRole = z.infer<typeof endRole>;

export const endPerson = staffId.extend({ lastDay: z.iso.date() });
export type EndPerson = z.infer<typeof endPerson>;

export const uploadStaffList = z.object({
  fileName: z.string().trim().min(1).max(200),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type UploadStaffList = z.infer<typeof uploadStaffList>;

export const staffListId = z.object({ importId: z.uuid() });
export type StaffListId = z.infer<typeof staffListId>;
