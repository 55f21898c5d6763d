import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importUnitFile, mergeUnitFile } from "./import-unit-file";

const LIST = `code,type,name,parent_code
38,tỉnh,Tỉnh Thanh Hóa,
14818,phường,Phường Quang Trung,38
`;
const OLD = `old_code,old_type,old_name,old_district_code,old_district,old_province_code,old_province,new_code,new_name,new_province_code,partial
14824,xã,Xã Quang Trung,381,Thị xã Bỉm Sơn,38,Tỉnh Thanh Hóa,14818,Phường Quang Trung,38,no
`;
const now = new Date("2026-05-21T03:00:00Z");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const audited = () =>
  database.root<{ details: unknown }[]>`select details from audit_log where action = 'unit.import' order by seq`;

test("list and successions are taken once, and noted", async () => {
  expect(await importUnitFile(database.url, LIST, now)).toMatchObject({ shape: "list", added: 2, errors: [] });
  expect(await mergeUnitFile(database.url, OLD, now)).toMatchObject({ shape: "successions", units: 3, errors: [] });
  expect(await mergeUnitFile(database.url, OLD, now)).toMatchObject({ added: 0, changed: 0 });
  const rows = await audited();
  expect(rows.map(({ details }) => details)).toMatchObject([{ shape: "list", added: 2 }, { shape: "successions" }]);
});

test("merging takes no list, and a bad row leaves everything as it was", async () => {
  const before = (await audited()).length;
  expect(await mergeUnitFile(database.url, LIST, now)).toMatchObject({
    shape: null,
    errors: [{ line: 1, key: "unitFile.header" }],
  });
  const bad = `${LIST}ABCDE,phường,Phường Lạ,38\n14812,phường,Phường Bỉm Sơn,38\n`;
  expect(await importUnitFile(database.url, bad, now)).toMatchObject({
    added: 0,
    errors: [{ line: 4, column: "code", key: "unitFile.code" }],
  });
  const [found] = await database.root`select count(*)::int as n from unit_name where code = '14812'`;
  expect(found?.n).toBe(0);
  expect(await audited()).toHaveLength(before);
});
