import { csvFile } from "@gandan/site/csv-file.server";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { orResponse, unitCaller } from "../../caller.server";
import { linkAddress } from "../../staff/staff-form.server";

/** Making links is an act: opening the address alone makes none. */
export async function loader(args: LoaderFunctionArgs) {
  const { path } = await unitCaller(args);
  return redirect(`${path}/settings/staff?state=no-password`);
}

/** A link for each person without a password, told this once, as a file. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, format, unitId } = await unitCaller(args);
  const links = await orResponse(t, caller.staff.makeFirstLinks({ unitId }));
  const header = [
    t("staff.code"),
    t("staff.name"),
    t("staff.signInName"),
    t("staff.links.link"),
    t("staff.links.until"),
  ];
  return csvFile(t("staff.links.file"), [
    header,
    ...links.map(({ code, name, signInName, token, expiresAt }) => [
      code ?? "",
      name,
      signInName,
      linkAddress(args.request, token),
      format.dateTime(expiresAt),
    ]),
  ]);
}
