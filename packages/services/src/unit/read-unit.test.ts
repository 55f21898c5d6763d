import type { Role } from "@gandan/auth/roles";
import type { SignedIn } from "@gandan/auth/session";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moment } from "../dossier/dossier-test-unit";
import type { RequestCtx } from "../session/request-ctx";
import { findUnits } from "./find-unit";
import { listMyUnits } from "./list-my-units";
import { readUnit } from "./read-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function holding(
  roles: { unitId: string; role: Role }[],
  time = "2026-11-23T10:00",
): RequestCtx & { session: SignedIn } {
  const now = moment(time);
  return {
    db: database,
    policy: { secondFactor: "offered", idleMinutes: 30, key: Buffer.alloc(32) },
    gate: null,
    session: {
      actor: { staffId: crypto.randomUUID(), name: "Lê Văn L", roles },
      language: "vi",
      handle: "x",
      expiresAt: now,
      renewed: false,
    },
    now,
    language: "vi",
    host: "localhost",
    userAgent: null,
    address: null,
  };
}

const slugOf = async (unitId: string) => (await findUnits(database, [unitId], moment("2026-11-23T10:00")))[0]!.slug;

describe("listMyUnits", () => {
  it("names the units with the person's roles in them, in the order of the Vietnamese alphabet", async () => {
    const province = await newUnit(database.owner, { level: "province", type: "tỉnh", name: "Tỉnh Thanh Hóa" });
    const names = ["Xã Đồng Lương", "Xã Dân Hòa", "Xã Ân Nghĩa", "Xã An Khê"];
    const ids = await Promise.all(names.map((name) => newUnit(database.owner, { name, parentId: province })));
    await newUnit(database.owner, { name: "Xã Khác" });
    const roles = ids.map((unitId) => ({ unitId, role: "desk-officer" as const }));
    const mine = await listMyUnits(holding([...roles, { unitId: ids[0]!, role: "model-keeper" }]));
    expect(mine.map(({ name, roles: held, parentName }) => [name, held, parentName])).toEqual([
      ["Xã An Khê", ["desk-officer"], "Tỉnh Thanh Hóa"],
      ["Xã Ân Nghĩa", ["desk-officer"], "Tỉnh Thanh Hóa"],
      ["Xã Dân Hòa", ["desk-officer"], "Tỉnh Thanh Hóa"],
      ["Xã Đồng Lương", ["desk-officer", "model-keeper"], "Tỉnh Thanh Hóa"],
    ]);
  });

  it("puts units that are no more last", async () => {
    const [gone, stays] = [
      await newUnit(database.owner, { name: "Xã A", validTo: "2026-11-23" }),
      await newUnit(database.owner, { name: "Xã B" }),
    ];
    const roles = [gone, stays].map((unitId) => ({ unitId, role: "mttq" as const }));
    const names = async (time: string) =>
      (await listMyUnits(holding(roles, time))).map(({ name, ended }) => [name, ended]);
    expect(await names("2026-11-22T23:59")).toEqual([
      ["Xã A", false],
      ["Xã B", false],
    ]);
    expect(await names("2026-11-23T00:00")).toEqual([
      ["Xã B", false],
      ["Xã A", true],
    ]);
  });

  it("is empty without a role", async () => {
    expect(await listMyUnits(holding([]))).toEqual([]);
  });
});

describe("readUnit", () => {
  it("gives the unit of an address to who has a role there", async () => {
    const unitId = await newUnit(database.owner, { name: "Xã Mường Bú", code: "M0001" });
    const ctx = holding([{ unitId, role: "chairman" }]);
    expect(await readUnit(ctx, "xa-muong-bu-m0001")).toEqual({
      id: unitId,
      slug: "xa-muong-bu-m0001",
      level: "commune",
      type: "xã",
      code: "M0001",
      name: "Xã Mường Bú",
      parentName: null,
      validFrom: "2020-01-01",
      validTo: null,
      roles: ["chairman"],
      permissions: expect.arrayContaining(["dossier:overrule", "letter:sign", "delegation:give"]),
      ended: false,
      successors: [],
    });
  });

  it("tells who has none there as little as of an address that does not exist", async () => {
    const province = await newUnit(database.owner, { level: "province" });
    const unitId = await newUnit(database.owner, { parentId: province });
    const missing = { code: "NOT_FOUND", key: "unit.notFound" };
    const slug = await slugOf(unitId);
    await expect(readUnit(holding([]), slug)).rejects.toMatchObject(missing);
    const above = holding([{ unitId: province, role: "oversight-leader" }]);
    await expect(readUnit(above, slug)).rejects.toMatchObject(missing);
    await expect(readUnit(above, "xa-khong-co-00000")).rejects.toMatchObject(missing);
    await expect(readUnit(holding([{ unitId, role: "chairman" }]), `${slug}%`)).rejects.toMatchObject(missing);
  });

  it("calls a unit by its name of the day, though a new one and a new unit above are entered ahead", async () => {
    const [now, next] = [
      await newUnit(database.owner, { level: "province", name: "Tỉnh Nay" }),
      await newUnit(database.owner, { level: "province", name: "Tỉnh Mai" }),
    ];
    const unitId = await newUnit(database.owner, { name: "Xã Nay", parentId: now });
    await database.root`
      insert into unit_name (unit_id, valid_from, code, name, type)
      values (${unitId}, '2027-01-01', 'M0002', 'Phường Mai', 'phường')`;
    await database.root`
      insert into unit_parent (unit_id, valid_from, parent_id) values (${unitId}, '2027-01-01', ${next})`;
    const roles = [{ unitId, role: "chairman" as const }];
    const slug = await slugOf(unitId);
    const nay = { name: "Xã Nay", type: "xã", parentName: "Tỉnh Nay" };
    expect(await readUnit(holding(roles, "2026-12-31T23:59"), slug)).toMatchObject(nay);
    const mai = { name: "Phường Mai", type: "phường", code: "M0002", parentName: "Tỉnh Mai" };
    expect(await readUnit(holding(roles, "2027-01-01T00:00"), slug)).toMatchObject(mai);
  });

  it("names the successors of a unit that is no more, from its first day without it", async () => {
    const old = await newUnit(database.owner, { name: "Xã Cũ", validTo: "2025-07-01" });
    const [east, west] = [
      await newUnit(database.owner, { name: "Xã Đông", validFrom: "2025-07-01" }),
      await newUnit(database.owner, { name: "Xã Bắc", validFrom: "2025-07-01" }),
    ];
    await database.root`
      insert into unit_succession (predecessor_id, successor_id, at, partial)
      values (${old}, ${east}, '2025-07-01', true), (${old}, ${west}, '2025-07-01', true)`;
    const slug = await slugOf(old);
    const roles = [{ unitId: old, role: "mttq" as const }];
    expect(await readUnit(holding(roles, "2025-06-30T23:59"), slug)).toMatchObject({ ended: false, successors: [] });
    const ended = await readUnit(holding(roles, "2025-07-01T00:00"), slug);
    expect(ended).toMatchObject({ ended: true, validTo: "2025-07-01", name: "Xã Cũ" });
    expect(ended.successors.map(({ name, partial }) => [name, partial])).toEqual([
      ["Xã Bắc", true],
      ["Xã Đông", true],
    ]);
    const successor = await readUnit(holding([{ unitId: east, role: "mttq" }]), await slugOf(east));
    expect(successor).toMatchObject({ ended: false, successors: [] });
  });
});
