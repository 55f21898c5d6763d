import type { Caller } from "@gandan/api/root.router";
import { useFormat, useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";

type Person = Pick<Awaited<ReturnType<Caller["staff"]["read"]>>, "roles" | "rolesToGive" | "today">;
type Held = Person["roles"][number];

/** Roles of a person in the unit; those still open can be ended by a day. */
export function PersonRoles({ person, mayEnd }: { person: Person; mayEnd: boolean }) {
  const t = useT();
  const format = useFormat();
  const roleName = (role: string) => t.find(`session.role.${role}`) ?? role;
  const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  const isOpen = ({ role, to }: Held) =>
    mayEnd && (to === null || to > person.today) && person.rolesToGive.includes(role);
  return (
    <Panel id="roles" title={t("staff.roles")} flush>
      <DataTable
        caption={t("staff.rolesCaption")}
        rows={person.roles}
        rowKey={({ role, from }) => `${role} ${from}`}
        columns={[
          { key: "role", header: t("staff.role"), cell: ({ role }) => roleName(role) },
          {
            key: "from",
            header: t("staff.from"),
            narrowLabel: t("staff.from"),
            align: "date",
            cell: ({ from }) => format.date(from),
          },
          {
            key: "lastDay",
            header: t("staff.lastDay"),
            narrowLabel: t("staff.lastDay"),
            align: "date",
            cell: ({ to }) => (to === null ? t("staff.openEnd") : format.date(dayBefore(to))),
          },
          {
            key: "end",
            header: t("staff.person.endRole"),
            headerHidden: true,
            align: "end",
            cell: (held) =>
              isOpen(held) ? (
                <Form method="post" className="row">
                  <input type="hidden" name="role" value={held.role} />
                  <input type="hidden" name="from" value={held.from} />
                  <input
                    type="date"
                    name="lastDay"
                    required
                    defaultValue={person.today}
                    aria-label={`${t("staff.lastDay")}: ${roleName(held.role)}`}
                  />
                  <Button
                    size="small"
                    name="intent"
                    value="end-role"
                    label={t("staff.person.endRoleOf", { role: roleName(held.role) })}
                  >
                    {t("staff.person.endRole")}
                  </Button>
                </Form>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}
