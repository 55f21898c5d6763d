import {
  type DossierRegister,
  type RegisterLine,
  registerNote,
  registerResult,
  registerTotals,
} from "@gandan/documents/form/dossier-register";
import { CHANNEL_NAMES } from "@gandan/documents/form/form-parts";
import { type SheetColumn, writeWorkbook } from "../oversight/write-workbook";
import type { DocumentFile } from "../platform/write-document";

const CLOCK = "dd/mm/yyyy hh:mm";
const COLUMNS: readonly SheetColumn[] = [
  { header: "TT", width: 6 },
  { header: "Mã hồ sơ", width: 22 },
  { header: "Mã thủ tục", width: 12 },
  { header: "Tên thủ tục hành chính", width: 44 },
  { header: "Người nộp", width: 30 },
  { header: "Điện thoại", width: 14 },
  { header: "Hình thức nộp", width: 16 },
  { header: "Nhận hồ sơ", width: 17, format: CLOCK },
  { header: "Hẹn trả kết quả", width: 17, format: CLOCK },
  { header: "Giải quyết xong", width: 17, format: CLOCK },
  { header: "Trả kết quả", width: 17, format: CLOCK },
  { header: "Kết quả", width: 12 },
  { header: "Người thụ lý", width: 24 },
  { header: "Ký nhận", width: 12 },
  { header: "Ghi chú", width: 36 },
];

/** Sheets know no time zones: what the clock of Viet Nam showed, as if it were UTC. */
const onTheWall = (instant: Date | null) => instant && new Date(instant.getTime() + 7 * 3_600_000);

const rowOf = (line: RegisterLine, i: number) => [
  i + 1,
  line.externalCode,
  line.procedureCode,
  line.procedureName,
  line.applicantName,
  line.phone,
  CHANNEL_NAMES[line.channel],
  onTheWall(line.receivedAt),
  onTheWall(line.promisedAt),
  onTheWall(line.finishedAt),
  onTheWall(line.handedOverAt),
  registerResult(line),
  line.officer,
  null,
  registerNote(line),
];

/** The register as a sheet to go on working with. */
export async function registerSheet(register: DossierRegister, name: string): Promise<DocumentFile> {
  const { title, deskName, unitName, period, filters, lines } = register;
  const bytes = await writeWorkbook([
    {
      name: title,
      lead: [`${title} ${[period, ...filters].join("; ")}`, `${deskName}, ${unitName}`, registerTotals(register)],
      columns: COLUMNS,
      rows: lines.map(rowOf),
    },
  ]);
  return {
    fileName: `${name}.xlsx`,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes,
  };
}
