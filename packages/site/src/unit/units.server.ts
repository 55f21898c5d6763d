import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { personCaller, unitCaller } from "../caller.server";

/** The units of a person; whoever has one alone goes straight to it. */
export async function chooseUnitLoader(args: LoaderFunctionArgs) {
  const { caller, t } = await personCaller(args);
  const { unitBase } = args.context;
  const units = await caller.unit.mine();
  if (units.length === 1) throw redirect(`${unitBase}/${units[0]!.slug}`);
  return { title: t("shell.title", { page: t("session.chooseUnit") }), units, unitBase };
}

/** What the person may do in the unit, for what a page offers. */
export type UnitPermission = Awaited<ReturnType<typeof unitCaller>>["unit"]["permissions"][number];

/** What the frame of a unit's pages shows: the unit, the person, their other units and unread reminders. */
export async function unitFrameLoader(args: LoaderFunctionArgs) {
  const { caller, session, unit, path } = await unitCaller(args);
  const reminded = unit.permissions.includes("notice:read");
  const [units, notices] = await Promise.all([
    caller.unit.mine(),
    reminded ? caller.notice.count({ unitId: unit.id }) : 0,
  ]);
  const { name: person, staffId: personId } = session.actor;
  return { unit, path, units, notices, unitBase: args.context.unitBase, person, personId };
}
