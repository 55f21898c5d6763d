import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { changeOffice as officeInput } from "@gandan/model/settings/office-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog } from "../dossier/dossier-test-unit";
import { changeOffice, readOffice } from "./change-office";
import { officeOn } from "./office-of-unit";
import { readSettingHistory } from "./read-history";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOW = "2026-11-20T09:00";
const input = (revision: number, office: object) => officeInput.parse({ revision, office });
const chairmanOf = (unitId: string) => actingAt(database, unitId, NOW, ["chairman"]);

describe("the office on papers", () => {
  it("has the usual words until somebody sets others; each change is audited with what it was", async () => {
    const chairman = chairmanOf(await newUnit(database.owner));
    const first = await readOffice(chairman);
    expect(first).toMatchObject({ revision: 0, changedAt: null, mayChange: true });
    expect(first.value.deskName).toBe("Trung tâm Phục vụ hành chính công");

    await changeOffice(chairman, input(0, { ...first.value, phone: "0233 3852 123", place: "Gio Linh" }));
    expect(await readOffice(chairman)).toMatchObject({ revision: 1, value: { phone: "0233 3852 123" } });
    await changeOffice(chairman, input(1, { phone: "0233 3852 124", place: "Gio Linh" }));
    expect((await auditLog(database, chairman.unitId)).map(({ action, subject }) => [action, subject])).toEqual([
      ["settings.change", "office"],
      ["settings.change", "office"],
    ]);
    const [{ details } = { details: null }] = await database.root`
      select details from audit_log where unit_id = ${chairman.unitId} order by seq desc limit 1`;
    expect(details).toEqual({ from: { phone: "0233 3852 123" }, to: { phone: "0233 3852 124" } });
    const seen = await inUnit(chairman, (_tx, sql) => officeOn(sql, chairman.unitId, "2026-11-20"));
    expect(seen).toMatchObject({ place: "Gio Linh", phone: "0233 3852 124", publicAddress: null });
  });

  it("tells its last changes to those who may read it, each with what it was", async () => {
    const chairman = chairmanOf(await newUnit(database.owner));
    await changeOffice(chairman, input(0, { phone: "113 113 113" }));
    await changeOffice(chairman, input(1, { phone: "114 114 114", place: "Gio Linh" }));
    const changes = await readSettingHistory(chairman, { area: "office" });
    expect(changes).toMatchObject([
      { from: { phone: "113 113 113", place: "" }, to: { phone: "114 114 114", place: "Gio Linh" } },
      { from: { phone: "" }, to: { phone: "113 113 113" } },
    ]);
    expect(await readSettingHistory(chairman, { area: "form-titles" })).toEqual([]);
    const mttq = actingAt(database, chairman.unitId, NOW, ["mttq"]);
    await expect(readSettingHistory(mttq, { area: "office" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = chairmanOf(await newUnit(database.owner));
    expect(await readSettingHistory(other, { area: "office" })).toEqual([]);
  });

  it("writes nothing when nothing changes", async () => {
    const chairman = chairmanOf(await newUnit(database.owner));
    await changeOffice(chairman, input(0, {}));
    expect(await readOffice(chairman)).toMatchObject({ revision: 0 });
    expect(await auditLog(database, chairman.unitId)).toEqual([]);
  });

  it("refuses who saw an earlier state, of two at once too", async () => {
    const chairman = chairmanOf(await newUnit(database.owner));
    const both = await Promise.allSettled(
      ["Một cửa phường", "Bộ phận Một cửa"].map((deskName) => changeOffice(chairman, input(0, { deskName }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(changeOffice(chairman, input(0, { deskName: "Bàn số ba" }))).rejects.toMatchObject({
      code: "CONFLICT",
      key: "settings.changed",
    });
    expect(await auditLog(database, chairman.unitId)).toHaveLength(1);
  });

  it("is read by the desk, changed by chairman and office alone, and never from another unit", async () => {
    const unitId = await newUnit(database.owner);
    expect(await readOffice(actingAt(database, unitId, NOW))).toMatchObject({ mayChange: false });
    for (const role of ["desk-officer", "mttq"] as const) {
      const ctx = actingAt(database, unitId, NOW, [role]);
      await expect(changeOffice(ctx, input(0, { phone: "113 113 113" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const other = { ...chairmanOf(await newUnit(database.owner)), unitId };
    await expect(changeOffice(other, input(0, { phone: "113 113 113" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(readOffice(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await changeOffice(actingAt(database, unitId, NOW, ["model-keeper"]), input(0, { phone: "113 113 113" }));
    const elsewhere = chairmanOf(await newUnit(database.owner));
    expect(await readOffice(elsewhere)).toMatchObject({ revision: 0, value: { phone: "" } });
  });

  it("is no more changed in a unit that has ended", async () => {
    const ended = await newUnit(database.owner, { validTo: "2026-07-01" });
    await expect(changeOffice(chairmanOf(ended), input(0, { phone: "113 113 113" }))).rejects.toMatchObject({
      key: "unit.ended",
    });
  });

  it.each([
    ["deskName", "  "],
    ["letterSymbol", "TXL/UBND"],
    ["phone", "không có"],
    ["publicAddress", "xuanlap.gov.vn"],
    ["publicAddress", "https://xuanlap.gov.vn/thu"],
    ["publicAddress", "javascript:alert(1)"],
  ])("does not take %s “%s”", (name, value) => {
    expect(officeInput.safeParse({ revision: 0, office: { [name]: value } }).success).toBe(false);
  });

  it("takes an address with a slash behind it, and none", () => {
    expect(input(0, { publicAddress: "https://xuanlap.gov.vn/" }).office.publicAddress).toBe("https://xuanlap.gov.vn");
    expect(input(0, { publicAddress: "" }).office.publicAddress).toBe("");
  });
});
