import { z } from "zod";

/** Name of the desk on papers where a unit has not said otherwise. */
const USUAL_DESK = "Trung tâm Phục vụ hành chính công";
/** After the number of a letter of apology: "Số: 08/TXL-UBND". */
const USUAL_SYMBOL = "TXL-UBND";

const short = (max: number) => z.string().trim().max(max);

/** Where a site is reached from outside: scheme and host, nothing behind. */
const siteAddress = short(200)
  .transform((text) => text.replace(/\/+$/, ""))
  .refine((text) => text === "" || /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i.test(text));

/** How a unit shows itself on its papers. What is left empty is made from the unit's name, or from the request. */
export const office = z.object({
  deskName: short(150).pipe(z.string().min(3)).default(USUAL_DESK),
  letterSymbol: z
    .string()
    .trim()
    .regex(/^[\p{L}\d]{1,15}(?:-[\p{L}\d]{1,15}){0,3}$/u)
    .default(USUAL_SYMBOL),
  /** Behind the codes on papers; empty: the address of the request that makes the paper. */
  publicAddress: siteAddress.default(""),
  phone: z
    .string()
    .trim()
    .regex(/^(?:\+?[\d .()-]{3,30})?$/)
    .default(""),
  /** In "Đông Hà, ngày …"; empty: the unit's name without its kind. */
  place: short(80).default(""),
});
export type Office = z.infer<typeof office>;

/** Saves the office as it was seen: `revision` 0 where nothing was ever set. */
export const changeOffice = z.object({ revision: z.number().int().min(0), office });
export type ChangeOffice = z.infer<typeof changeOffice>;

/** Areas of settings that are plain words, whose earlier values are shown to be taken up again. */
export const settingHistory = z.object({ area: z.enum(["office", "form-titles", "public"]) });
export type SettingHistory = z.infer<typeof settingHistory>;
