import { codeSvg, type RenderedPdf, typeset } from "../official/typeset";

/** What hangs at a place where citizens are asked. */
export interface CodeSheet {
  /** "Phường Đông Hà" */
  unitName: string;
  /** What the form is called. */
  formTitle: string;
  /** The form has an English text too. */
  english: boolean;
  /** "Quầy số 2" */
  label: string;
  /** What the code holds. */
  url: string;
}

/** A slip for one person, about one dossier. */
export interface InvitationSlip {
  unitName: string;
  formTitle: string;
  english: boolean;
  /** What was asked for: the name of the procedure. */
  procedure: string;
  /** "Trả kết quả ngày 20/11/2026" */
  about: string;
  url: string;
}

const TEMPLATE = new URL("code-sheets.typ", import.meta.url);

/** Without the scheme: what a person would type. */
const typed = (url: string) => url.replace(/^https?:\/\//, "");

async function drawn<Sheet extends { url: string }>(sheets: readonly Sheet[]) {
  return Promise.all(
    sheets.map(async (sheet) => ({ ...sheet, typed: typed(sheet.url), qr: await codeSvg(sheet.url) })),
  );
}

/**
 * Sheets with square codes to print, one a page: A4 and A5 to hang up; "tent" is A4 to fold in the middle and stand on a
 * table, the code on both sides. `date` ("YYYY-MM-DD") only dates the file.
 * @throws RenderError
 */
export async function codeSheets(
  sheets: readonly CodeSheet[],
  size: "a4" | "a5" | "tent",
  date: string,
): Promise<RenderedPdf> {
  return typeset(TEMPLATE, { kind: size, sheets: await drawn(sheets), date }, date);
}

/** A slip of A5 for the person who gets a result, with the code of that dossier alone. @throws RenderError */
export async function invitationSlip(slip: InvitationSlip, date: string): Promise<RenderedPdf> {
  return typeset(TEMPLATE, { kind: "slip", sheets: await drawn([slip]), date }, date);
}
