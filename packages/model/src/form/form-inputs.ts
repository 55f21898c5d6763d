import { z } from "zod";
import { listDossiers } from "../dossier/list-dossiers";
import { FORM_NUMBERS } from "./forms-of-dossier";

/** One form of one dossier; of several deeds that give rise to it, the one with this number. */
export const printForm = z.object({
  dossierId: z.uuid(),
  form: z.enum(FORM_NUMBERS),
  seq: z.number().int().min(1).optional(),
  as: z.enum(["pdf", "docx"]).default("pdf"),
});
export type PrintForm = z.infer<typeof printForm>;

/**
 * The most dossiers that a file of the register holds; a longer one is printed by shorter periods: while a file is made,
 * the site answers nobody else.
 */
export const REGISTER_LIMITS = { pdf: 1_000, docx: 1_000, xlsx: 10_000 } as const;

/** Form 07: the register of the dossiers that the filters mean. */
export const printRegister = listDossiers.extend({
  as: z.enum(["pdf", "docx", "xlsx"]).default("xlsx"),
  /** The filters besides the days, in words for the paper: "Lĩnh vực: chứng thực". */
  filterWords: z.array(z.string().trim().min(1).max(200)).max(6).default([]),
});
export type PrintRegister = z.infer<typeof printRegister>;

const title = (usual: string) => z.string().trim().min(3).max(150).default(usual);

/** Titles of the forms: a procedure's own decision may still use those of an earlier circular. */
export const formTitles = z.object({
  "01": title("Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
  "02": title("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
  "03": title("Phiếu từ chối giải quyết hồ sơ"),
  "04": title("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
  "05": title("Thông báo dừng giải quyết hồ sơ"),
  "06": title("Phiếu kiểm soát quá trình giải quyết hồ sơ"),
  "07": title("Sổ theo dõi hồ sơ"),
});
export type FormTitles = z.infer<typeof formTitles>;

/** Saves the titles as they were seen. */
export const changeFormTitles = z.object({ revision: z.number().int().min(0), titles: formTitles });
export type ChangeFormTitles = z.infer<typeof changeFormTitles>;
