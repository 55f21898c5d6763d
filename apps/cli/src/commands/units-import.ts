import { importUnitFile } from "@gandan/services/unit/import-unit-file";
import { defineCommand } from "../command";
import { runUnitImport } from "../unit/run-unit-import";

export const unitsImport = defineCommand({
  usage: "units import FILE",
  summary:
    "Nhập danh sách đơn vị hiện hành hoặc bảng chuyển tiếp năm 2025 (CSV). · Imports the list of units in force or the successions of 2025; all or nothing.",
  options: {},
  run: ({ positionals }) => runUnitImport(positionals, importUnitFile),
});
