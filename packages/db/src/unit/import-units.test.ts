import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../test-database";
import {
  ancestorsOf,
  descendantsOf,
  predecessorsOf,
  successorsOf,
  unitByCode,
  unitById,
  unitBySlug,
} from "./find-unit";
import { importUnits } from "./import-units";

const LIST = `\uFEFFcode,type,name,parent_code
25217,phường,Phường Phước Long,75
38,tỉnh,Tỉnh Thanh Hóa,
14818,phường,Phường Quang Trung,38
14758,phường,Phường Hạc Thành,38
75,thành phố,Thành phố Đồng Nai,
25220,phường,Phường Phước Bình,75
06978,xã,Xã Ba Chẽ,75

19742,đặc khu,"Đặc khu Cồn Cỏ",75
`;

const HEADER =
  "old_code,old_type,old_name,old_district_code,old_district,old_province_code,old_province,new_code,new_name,new_province_code,partial\n";
const OLD = `${HEADER}14818,phường,Phường Ngọc Trạo,380,Thành phố Thanh Hóa,38,Tỉnh Thanh Hóa,14758,Phường Hạc Thành,38,no
14800,phường,Phường Quang Trung,381,Thị xã Bỉm Sơn,38,Tỉnh Thanh Hóa,14818,Phường Quang Trung,38,no
25216,phường,Phường Long Thủy,688,Thị xã Phước Long,70,Tỉnh Bình Phước,25217,Phường Phước Long,75,no
25218,phường,Phường Phước Bình,688,Thị xã Phước Long,70,Tỉnh Bình Phước,25217,Phường Phước Long,75,yes
25218,phường,Phường Phước Bình,688,Thị xã Phước Long,70,Tỉnh Bình Phước,25220,Phường Phước Bình,75,yes
06973,xã,Xã Thanh Sơn,9,Huyện Ba Chẽ,70,Tỉnh Bình Phước,06970,Xã Ba Chẽ,75,no
`;

let database: TestDatabase;
const run = (content: string) => importUnits(database.owner.sql, content);
const read = () => database.app.sql;
const count = async (table: string) => Number((await database.root.unsafe(`select count(*) from ${table}`))[0]?.count);

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe("importUnits", () => {
  it("takes the list in force, whatever its order, and changes nothing the second time", async () => {
    expect(await run(LIST)).toEqual({
      shape: "list",
      units: 8,
      successions: 0,
      added: 8,
      changed: 0,
      errors: [],
      notes: [],
    });
    expect(await run(LIST)).toMatchObject({ units: 8, added: 0, changed: 0, errors: [] });
    expect(await unitByCode(read(), "14818", "2026-01-01")).toMatchObject({
      level: "commune",
      slug: "phuong-quang-trung-14818",
      name: "Phường Quang Trung",
      type: "phường",
      validFrom: "2025-07-01",
      validTo: null,
    });
    expect(await unitByCode(read(), "14818", "2025-06-30")).toBeNull();
  });

  it("counts a corrected name as one change, and keeps the address", async () => {
    await run(LIST);
    expect(await run(LIST.replace("Xã Ba Chẽ", "Xã Ba Chẽ Mới"))).toMatchObject({ added: 0, changed: 1 });
    expect(await unitBySlug(read(), "xa-ba-che-06978", "2026-01-01")).toMatchObject({ name: "Xã Ba Chẽ Mới" });
  });

  it("keeps the old units apart from new ones with the same code, below their districts", async () => {
    await run(LIST);
    const report = await run(OLD);
    // Thanh Hóa went on as it was: known from an earlier day on, and no successor of itself.
    expect(report).toMatchObject({ shape: "successions", errors: [], changed: 1 });
    // 2 provinces, 4 districts, 5 communes; 6 rows, 5 links of districts, 1 of a province.
    expect(report).toMatchObject({ units: 11, successions: 12, added: 22 });
    expect(await run(OLD)).toMatchObject({ added: 0, changed: 0 });
    expect(await run(LIST)).toMatchObject({ added: 0, changed: 0 });

    const before = await unitByCode(read(), "14818", "2025-06-30");
    expect(before).toMatchObject({ name: "Phường Ngọc Trạo", slug: "phuong-ngoc-trao-14818", validTo: "2025-07-01" });
    const [after] = await successorsOf(read(), before!.id);
    expect(after).toMatchObject({ code: "14758", at: "2025-07-01", partial: false });
    expect((await ancestorsOf(read(), before!.id, "2024-03-01")).map(({ name }) => name)).toEqual([
      "Thành phố Thanh Hóa",
      "Tỉnh Thanh Hóa",
    ]);
    expect((await unitById(read(), before!.id, "2026-01-01"))?.name).toBe("Phường Ngọc Trạo");
  });

  it("gives a divided unit, its district and its province their successors", async () => {
    await run(LIST);
    await run(OLD);
    const names = async (code: string) => {
      const unit = await unitByCode(read(), code, "2025-06-30");
      return (await successorsOf(read(), unit!.id)).map(({ code, partial }) => [code, partial]);
    };
    expect(await names("25218")).toEqual([
      ["25220", true],
      ["25217", true],
    ]);
    expect(await names("688")).toEqual([
      ["25220", true],
      ["25217", true],
    ]);
    expect(await names("70")).toEqual([["75", false]]);
    const successor = await unitByCode(read(), "25217", "2026-01-01");
    expect((await predecessorsOf(read(), successor!.id)).map(({ code }) => code).sort()).toEqual([
      "25216",
      "25218",
      "688",
    ]);
  });

  it("knows who stood below whom on a day", async () => {
    await run(LIST);
    await run(OLD);
    const old = (await unitByCode(read(), "70", "2025-06-30"))!;
    const names = async (on: string, level?: "commune") =>
      (await descendantsOf(read(), old.id, on, level)).map(({ code }) => code);
    expect(await names("2025-06-30")).toEqual(["009", "688", "25216", "25218", "06973"]);
    expect(await names("2025-06-30", "commune")).toEqual(["25216", "25218", "06973"]);
    expect(await names("2025-07-01")).toEqual([]);
    const now = (await unitByCode(read(), "75", "2025-07-01"))!;
    expect((await descendantsOf(read(), now.id, "2025-07-01")).map(({ code }) => code)).toEqual([
      "19742",
      "25220",
      "25217",
      "06978",
    ]);
  });

  it("gives an ended unit with name and code of a new one an address with its year", async () => {
    await run(LIST);
    await run(OLD.replace("25218,phường,Phường Phước Bình", "25220,phường,Phường Phước Bình"));
    const slugs = async (on: string) => (await unitByCode(read(), "25220", on))?.slug;
    expect([await slugs("2026-01-01"), await slugs("2025-06-30")]).toEqual([
      "phuong-phuoc-binh-25220",
      "phuong-phuoc-binh-25220-2025",
    ]);
  });

  it("lets a province go on that 1 July 2025 left as it was, with its communes of both times", async () => {
    await run(LIST);
    await run(OLD);
    const now = await unitByCode(read(), "38", "2026-01-01");
    const before = await unitByCode(read(), "38", "2024-01-01");
    expect(before).toEqual(now);
    expect(now).toMatchObject({ name: "Tỉnh Thanh Hóa", validFrom: "1900-01-01", validTo: null });
    const below = async (on: string) => (await descendantsOf(read(), now!.id, on)).map(({ code }) => code).sort();
    expect(await below("2025-06-30")).toEqual(["14800", "14818", "380", "381"]);
    expect(await below("2025-07-01")).toEqual(["14758", "14818"]);
    expect(await run(LIST.replace("Thanh Hóa", "Thanh Hoá"))).toMatchObject({ added: 0, changed: 1 });
    expect(await run(OLD)).toMatchObject({ added: 0, changed: 0 });
    const names = await database.root`select 1 from unit_name where unit_id = ${now!.id}`;
    expect(names.length).toBe(1);
  });

  it("ends a province whose communes went elsewhere too, or which took in others", async () => {
    const moved = OLD.replace("14758,Phường Hạc Thành,38,no", "25217,Phường Phước Long,75,no");
    const joined = OLD.replace("25217,Phường Phước Long,75,no", "14758,Phường Hạc Thành,38,no");
    for (const content of [moved, joined]) {
      await run(LIST);
      await run(content);
      expect((await unitByCode(read(), "38", "2025-06-30"))?.validTo).toBe("2025-07-01");
      await database.drop();
      database = await createTestDatabase();
    }
  });

  it("takes a successor with a code off the list by its name in the province, and says so", async () => {
    await run(LIST);
    const { notes } = await run(OLD);
    expect(notes).toEqual([
      { line: 7, column: "new_code", key: "unitFile.matchedByName", details: { value: "06970", code: "06978" } },
    ]);
    const old = await unitByCode(read(), "06973", "2025-01-01");
    expect((await successorsOf(read(), old!.id)).map(({ code }) => code)).toEqual(["06978"]);
  });

  it("reports every malformed row of the list and writes nothing", async () => {
    const bad = `code,type,name,parent_code
75,thành phố,Thành phố Đồng Nai,
2521,phường,Phường Phước Long,75
25220,làng,Phường Phước Bình,99
75,tỉnh,Lần hai,
25221,phường,,75
25222,phường,Thiếu cột
25223,phường,"Mở ngoặc,75
`;
    const before = await count("unit");
    const { errors, added } = await run(bad);
    expect(errors).toEqual([
      { line: 3, column: "code", key: "unitFile.code", details: { value: "2521" } },
      { line: 4, column: "type", key: "unitFile.type", details: { value: "làng" } },
      { line: 4, column: "parent_code", key: "unitFile.parent", details: { value: "99" } },
      { line: 5, column: "code", key: "unitFile.duplicate", details: { first: 2 } },
      { line: 6, column: "name", key: "unitFile.empty", details: {} },
      { line: 7, column: null, key: "unitFile.fields", details: { found: 3, wanted: 4 } },
      { line: 8, column: null, key: "unitFile.quotes", details: {} },
    ]);
    expect([added, await count("unit")]).toEqual([0, before]);
  });

  it("reports every malformed row of the successions and writes nothing", async () => {
    await run(LIST);
    const before = await count("unit");
    const row =
      "25216,phường,Phường Long Thủy,688,Thị xã Phước Long,70,Tỉnh Bình Phước,25217,Phường Phước Long,75,no\n";
    const bad = [
      HEADER,
      row,
      row.replace("25217", "99999").replace("Phường Phước Long,75", "Phường Lạ,75"),
      row.replace("25216", "25219").replace("Thị xã Phước Long", "Thị xã Khác"),
      row.replace("25216", "25301").replace(",no", ",có"),
      row,
      row.replace("25217,Phường Phước Long", "25220,Phường Phước Bình"),
      row.replace("25216", "25302").replace("Phường Phước Long,75", "Phường Phước Long,38"),
    ].join("");
    const { errors } = await run(bad);
    expect(errors.map(({ line, column, key }) => [line, column, key])).toEqual([
      [2, "partial", "unitFile.division"],
      [3, "new_code", "unitFile.successor"],
      [4, "old_district", "unitFile.contradiction"],
      [5, "partial", "unitFile.partial"],
      [6, "new_code", "unitFile.duplicate"],
      [7, "partial", "unitFile.division"],
      [8, "new_code", "unitFile.successor"],
    ]);
    expect([await count("unit"), await count("unit_succession")]).toEqual([before, 0]);
  });

  it("wants the list before the successions, and a header it knows", async () => {
    expect((await run(OLD)).errors).toEqual([{ line: 1, column: null, key: "unitFile.listFirst", details: {} }]);
    expect((await run("mã,tên\n1,A\n")).errors).toMatchObject([{ line: 1, key: "unitFile.header" }]);
    expect((await run("")).errors).toMatchObject([{ line: 1, key: "unitFile.header" }]);
  });

  it("is open to the owner only", async () => {
    await expect(importUnits(database.app.sql, LIST)).rejects.toMatchObject({ code: "42501" });
  });
});
