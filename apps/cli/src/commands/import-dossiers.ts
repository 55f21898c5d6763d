import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "@gandan/model/error/app-error";
import { type DossierFileResult, importDossierFile } from "@gandan/services/import/import-dossier-file";
import { defineCommand, exitCode, UsageError } from "../command";
import { Problem } from "../system/problem";
import { withDatabase } from "../unit/run-unit-import";

const ENDS: Record<DossierFileResult["end"], string> = {
  checked: "Đã kiểm tra, chưa ghi gì · Checked, nothing written",
  done: "Đã nhập · Imported",
  known: "Tệp này đã được nhập trước đây, không có gì thay đổi · This file was imported before, nothing changed",
  errors:
    "Còn dòng lỗi, chưa ghi gì; --only-good nhập các dòng đúng · Rows in error, nothing written; --only-good imports the good rows",
  refused: "Bị từ chối, chưa ghi gì · Refused, nothing written",
  failed: "Không nhập được, chưa ghi gì · Failed, nothing written",
};
/** Why a file or an option is not taken, in Vietnamese and English. */
const REFUSALS: Record<string, [string, string]> = {
  "unit.notFound": ["Không có đơn vị mang mã này.", "There is no unit of this code."],
  "import.mappingNotFound": ["Đơn vị không có cách ghép cột này.", "The unit keeps no such mapping."],
  "import.badFile": ["Không đọc được tệp: cần CSV (UTF-8) hoặc XLSX.", "The file is neither CSV (UTF-8) nor XLSX."],
  "import.noFile": ["Tệp trống.", "The file is empty."],
  "import.noHeader": ["Tệp không có dòng tiêu đề cột.", "The file has no row of headers."],
  "import.empty": ["Tệp không có dòng hồ sơ nào.", "The file has no row of a dossier."],
  "import.tooLarge": ["Tệp quá lớn: hãy chia nhỏ.", "The file is too large: split it."],
  "import.rowErrors": ["Mọi dòng của tệp đều lỗi.", "Every row of the file is in error."],
  "import.columnMissing": [
    "Không nhận ra các cột cần có: hãy ghép cột trên trang web rồi dùng --mapping.",
    "Columns that are needed were not recognised: map them on the web site, then use --mapping.",
  ],
};
const WELL: readonly DossierFileResult["end"][] = ["checked", "done", "known"];

export const importDossiers = defineCommand({
  usage: "import dossiers FILE --unit CODE [--mapping ID] [--dry-run] [--only-good]",
  summary:
    "Nhập hồ sơ từ tệp CSV hoặc XLSX vào một đơn vị; mã 1 khi có dòng lỗi. · Imports dossiers of a CSV or XLSX file; exits with 1 when rows are in error.",
  options: {
    unit: { type: "string" },
    mapping: { type: "string" },
    "dry-run": { type: "boolean" },
    "only-good": { type: "boolean" },
  },
  run: async ({ values, positionals }) => {
    const [path] = positionals;
    if (path === undefined || positionals.length > 1 || values.unit === undefined) {
      throw new UsageError("Cần một tệp và --unit. · One file and --unit are needed.");
    }
    if (!existsSync(path)) throw new Problem(`Không có tệp “${path}”.`, `There is no file “${path}”.`);
    const file = {
      unit: values.unit,
      fileName: basename(path),
      bytes: new Uint8Array(readFileSync(path)),
      mapping: values.mapping,
      dryRun: values["dry-run"] === true,
      onlyGood: values["only-good"] === true,
    };
    const result = await withDatabase((url) => importDossierFile(url, file, new Date())).catch((error: unknown) => {
      const sentence = error instanceof AppError ? REFUSALS[error.key] : undefined;
      throw sentence ? new Problem(...sentence) : error;
    });
    const well = WELL.includes(result.end) && (result.end !== "checked" || result.rowsInError === 0);
    const counts = `${result.rowsTotal} dòng · rows: +${result.rowsNew} mới · new, ~${result.rowsChanged} đổi · changed, =${result.rowsSame} như cũ · same, ≠${result.rowsContradicting} mâu thuẫn, giữ của đơn vị · contradicting, the unit's word stands, ✕${result.rowsInError} lỗi · in error`;
    const lines = result.errors.map(
      ({ line, column, key, details }) =>
        `${path}:${line} ${column ?? ""}: ${key}${details?.value === undefined ? "" : ` “${details.value}”`}`,
    );
    return {
      code: well ? exitCode.ok : exitCode.problem,
      text: [...lines, counts, ENDS[result.end]].join("\n"),
      data: result,
    };
  },
});
