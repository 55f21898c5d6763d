import { AppError } from "@gandan/model/error/app-error";
import { describe, expect, it } from "vitest";
import { authorize, mayDo, PERMISSIONS, type Permission, ROLES, type Role, rolesToGive } from "./roles";

const A = "unit-a";
const B = "unit-b";
const ctx = (role: Role, unitId = A) => ({ unitId, actor: { roles: [{ unitId: A, role }] } });

const TABLE: Record<Role, string> = {
  "desk-officer":
    "dossier:read dossier:import dossier:act letter:read letter:draft delegation:read model:read score:read index:read settings:read notice:read survey:read survey:enter officer-result:own publication:read feedback:read feedback:answer petition:open",
  "model-keeper":
    "dossier:read dossier:import dossier:act letter:read letter:draft letter:check delegation:read model:read model:edit model:publish adoption:edit score:read index:read index:enter settings:read settings:edit notice:read survey:read survey:edit survey:enter survey:screen officer-result:own publication:read publication:edit feedback:read feedback:answer feedback:lead petition:open",
  chairman:
    "dossier:read dossier:act dossier:overrule letter:read letter:draft letter:check letter:sign delegation:read delegation:give model:read model:publish adoption:edit score:read index:read index:enter audit:read settings:read settings:edit staff:manage notice:read webhook:edit survey:read survey:edit survey:screen officer-result:own officer-result:read officer-result:decide publication:read publication:edit publication:sign feedback:read feedback:answer feedback:lead petition:open petition:name",
  "vice-chairman":
    "dossier:read dossier:act dossier:overrule letter:read letter:draft letter:check letter:sign delegation:read model:read model:publish adoption:edit score:read index:read index:enter audit:read settings:read settings:edit notice:read survey:read survey:edit survey:screen officer-result:own officer-result:read publication:read publication:edit publication:sign feedback:read feedback:answer feedback:lead petition:open",
  mttq: "dossier:read letter:read model:read score:read index:read notice:read survey:read survey:enter survey:screen publication:read feedback:read",
  inspector: "model:read score:read index:read settings:read audit:read survey:read publication:read",
  administrator: "model:read score:read index:read settings:read staff:manage webhook:edit",
  "oversight-officer":
    "model:read model:edit score:read register:read compare:read index:read index:appraise survey:read",
  "oversight-leader":
    "model:read model:edit model:publish yardstick:apply score:read register:read compare:read index:read index:edit index:appraise audit:read survey:read",
  operator: "model:read model:edit model:publish index:read index:edit unit:import staff:manage audit:read",
};

describe("authorize", () => {
  it.each(ROLES)("lets a %s do what the table says, and nothing more", (role) => {
    const allowed = PERMISSIONS.filter((permission) => mayDo(ctx(role), permission));
    expect([...allowed].sort()).toEqual((TABLE[role].split(" ") as Permission[]).sort());
  });

  it("gives nothing in another unit, whatever the role", () => {
    for (const role of ROLES) {
      for (const permission of PERMISSIONS) expect(() => authorize(ctx(role, B), permission)).toThrow(AppError);
    }
  });

  it("says which permission is missing", () => {
    expect(() => authorize(ctx("mttq"), "dossier:act")).toThrow(
      expect.objectContaining({ code: "FORBIDDEN", key: "session.forbidden", details: { permission: "dossier:act" } }),
    );
    expect(() => authorize(ctx("chairman"), "model:publish")).not.toThrow();
  });
});

describe("rolesToGive", () => {
  it("lets nobody make anyone mightier than themselves", () => {
    const given = Object.fromEntries(ROLES.map((role) => [role, rolesToGive(ctx(role))]));
    const plain = ["desk-officer", "model-keeper", "mttq"];
    expect(given).toEqual({
      ...Object.fromEntries(ROLES.map((role) => [role, []])),
      administrator: plain,
      chairman: ["desk-officer", "model-keeper", "chairman", "vice-chairman", "mttq", "inspector", "administrator"],
      operator: ["operator"],
    });
    for (const role of ROLES) expect(rolesToGive(ctx(role, B))).toEqual([]);
  });
});
