import { z } from "zod";

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const formId = z.object({ formId: z.uuid() });
export type FormId = z.infer<typeof formId>;

/** A form as the model in force has it, not yet opened. */
export const offeredForm = z.object({ slug });
export type OfferedForm = z.infer<typeof offeredForm>;

/** Opens a form as it was seen: `checksum` of what the preview showed. Cells below `minCell` answers are shown to nobody. */
export const openForm = z.object({
  slug,
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
  minCell: z.coerce.number().int().min(5).max(50).default(5),
});
export type OpenForm = z.infer<typeof openForm>;

export const POINT_KINDS = ["desk", "tablet", "page"] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export const addPoint = z.object({
  formSlug: slug,
  label: z.string().trim().min(2).max(80),
  kind: z.enum(POINT_KINDS),
});
export type AddPoint = z.infer<typeof addPoint>;

export const pointId = z.object({ pointId: z.uuid() });
export type PointId = z.infer<typeof pointId>;

/** A code keeps its place and its picture; what it is called and which form it asks may change. */
export const changePoint = pointId.extend({ formSlug: slug, label: z.string().trim().min(2).max(80) });
export type ChangePoint = z.infer<typeof changePoint>;

/** Of a printed sheet: A4 and A5 to hang up, a tent of A4 to fold and stand on a table. */
export const SHEET_SIZES = ["a4", "a5", "tent"] as const;
export const sheetSize = z.enum(SHEET_SIZES);
export type SheetSize = z.infer<typeof sheetSize>;

/** Sheets of these points, or of all of the unit that are in use. */
export const printSheets = z.object({ pointIds: z.array(z.uuid()).max(200).default([]), size: sheetSize });
export type PrintSheets = z.infer<typeof printSheets>;

/** Units below that have a code to print, by words of their names. */
export const codesBelow = z.object({
  words: z.string().trim().max(100).default(""),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type CodesBelow = z.infer<typeof codesBelow>;

/** Sheets of those units, or of one. */
export const printSheetsBelow = codesBelow.pick({ words: true }).extend({
  size: sheetSize,
  unit: z.string().max(200).optional(),
});
export type PrintSheetsBelow = z.infer<typeof printSheetsBelow>;

/** Which form a dossier's token opens; null for none. */
export const invitationSetting = z.object({ formSlug: slug.nullable().default(null) });
export type InvitationSetting = z.infer<typeof invitationSetting>;

export const chooseInvitation = z.object({ formSlug: slug.nullable(), revision: z.coerce.number().int().min(0) });
export type ChooseInvitation = z.infer<typeof chooseInvitation>;

/** A slip with a dossier's token, to be handed over with the result. */
export const printInvitation = z.object({ dossierId: z.uuid() });
export type PrintInvitation = z.infer<typeof printInvitation>;

/** Sends a dossier's token by e-mail; the address is used for this alone and kept nowhere. */
export const mailInvitation = printInvitation.extend({
  address: z.string().trim().pipe(z.email()).pipe(z.string().max(200)),
});
export type MailInvitation = z.infer<typeof mailInvitation>;
