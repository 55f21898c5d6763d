import { STAFF_COLUMNS } from "@gandan/model/staff/staff-list";
import { writeWorkbook } from "@gandan/services/oversight/write-workbook";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";

const WIDTHS = { code: 14, name: 28, email: 32, signInName: 22, title: 32, role: 32, from: 14, lastDay: 14 };

/** The file to fill in: its columns, and on a second sheet how to fill them. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const { rolesToGive } = await orResponse(
    t,
    caller.staff.list({ unitId, q: "", role: "", state: "working", page: 1 }),
  );
  const roles = rolesToGive.map((role) => `“${t.find(`session.role.${role}`) ?? role}”`).join("; ");
  const bytes = await writeWorkbook([
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
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${t("staff.list.templateFile")}"`,
    },
  });
}
