import type { Translate } from "@gandan/i18n/translator";
import { STAFF_COLUMNS } from "@gandan/model/staff/staff-list";
import { writeWorkbook } from "@gandan/services/oversight/write-workbook";

const WIDTHS = { code: 14, name: 28, email: 32, signInName: 22, title: 32, role: 32, from: 14, lastDay: 14 };

/** The file to fill in with staff: its columns, and on a second sheet how to fill them. @param roles their names, as text */
export function staffTemplate(t: Translate, roles: string): Promise<Uint8Array> {
  return writeWorkbook([
    {
      name: t("staff.list.templateSheet"),
      lead: [],
      columns: STAFF_COLUMNS.map((column) => ({ header: t(`staff.list.columns.${column}`), width: WIDTHS[column] })),
      rows: [],
    },
    {
      name: t("staff.list.templateHelp"),
      lead: [t("staff.list.lead")],
      columns: [
        { header: t("staff.list.help.column"), width: 18 },
        { header: t("staff.list.help.what"), width: 110 },
      ],
      rows: STAFF_COLUMNS.map((column) => [
        t(`staff.list.columns.${column}`),
        t(`staff.list.help.${column}`, { roles }),
      ]),
    },
  ]);
}
