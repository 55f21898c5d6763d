import type { LoaderFunctionArgs } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { staffTemplate } from "../../staff/staff-template.server";

/** The file to fill in with staff. */
export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unitId } = await unitCaller(args);
  const { rolesToGive } = await orResponse(
    t,
    caller.staff.list({ unitId, q: "", role: "", state: "working", page: 1 }),
  );
  const roles = rolesToGive.map((role) => `“${t.find(`session.role.${role}`) ?? role}”`).join("; ");
  const bytes = await staffTemplate(t, roles);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${t("staff.list.templateFile")}"`,
    },
  });
}
