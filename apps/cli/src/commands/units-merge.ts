import { mergeUnitFile } from "@gandan/services/unit/import-unit-file";
import { defineCommand } from "../command";
import { runUnitImport } from "../unit/run-unit-import";

export const unitsMerge = defineCommand({
  usage: "units merge FILE",
  summary:
    "Ghi việc sắp xếp đơn vị: đơn vị cũ, đơn vị mới, toàn bộ hay một phần (CSV). · Records which units went over into which; all or nothing.",
  options: {},
  run: ({ positionals }) => runUnitImport(positionals, mergeUnitFile),
});
