import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "./add-person";
import { confirmStaffList, dropStaffList, readStaffList, uploadStaffList } from "./import-staff-list";
import { listStaff } from "./list-staff";
import { ALL, actionsOf, FORBIDDEN, filled, newOffice } from "./staff-test-office";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const HEADER = "Mã cán bộ;Họ và tên;Thư điện tử;Tên đăng nhập;Chức danh;Vai trò;Từ ngày;Đến ngày";
const file = (...lines: string[]) => ({
  fileName: "cán bộ.csv",
  bytes: new TextEncoder().encode([HEADER, ...lines].join("\n")),
});

describe("a list of staff from a file", () => {
  it("is looked at first, then written, and says the same the second time", async () => {
    const { chairman, unitId } = await newOffice(database);
    const list = () =>
      file(
        "CB01;Nguyễn Thị An;an.moi@xa.vn;;Công chức;Một cửa;01/07/2026;",
        "CB01;Nguyễn Thị An;an.moi@xa.vn;;Công chức;Mặt trận;01/08/2026;31/12/2026",
        "CB02;Trần Văn Bê;;tran.be;;Văn phòng – Thống kê;;",
      );
    const first = await uploadStaffList(chairman, list());
    expect(await readStaffList(chairman, first)).toMatchObject({
      rows: 3,
      errors: [],
      counts: { new: 3, changed: 0, same: 0 },
    });
    expect((await listStaff(chairman, ALL)).found).toBe(2);
    expect(await confirmStaffList(chairman, first)).toEqual({ added: 2, changed: 0 });
    await expect(confirmStaffList(chairman, first)).rejects.toMatchObject({ code: "CONFLICT", key: "staff.listDone" });
    const people = (await listStaff(chairman, ALL)).people;
    expect(people.map(({ name, signInName, code, title }) => [name, signInName, code, title])).toEqual(
      expect.arrayContaining([
        ["Nguyễn Thị An", "an.moi@xa.vn", "CB01", "Công chức"],
        ["Trần Văn Bê", "tran.be", "CB02", ""],
      ]),
    );
    const second = await uploadStaffList(chairman, list());
    expect((await readStaffList(chairman, second)).counts).toEqual({ new: 0, changed: 0, same: 3 });
    expect(await confirmStaffList(chairman, second)).toEqual({ added: 0, changed: 0 });
    expect(await actionsOf(database, unitId)).toEqual([
      "staff.import-upload",
      "staff.import",
      "staff.import-upload",
      "staff.import",
    ]);
    const kept = await database.root`select lines from staff_import where unit_id = ${unitId}`;
    expect(kept.every(({ lines }) => lines.length === 0)).toBe(true);
  });

  it("changes what it says otherwise, and nothing of who is not in it", async () => {
    const { chairman } = await newOffice(database);
    const { importId } = await uploadStaffList(
      chairman,
      file("CB01;Nguyễn Thị An;doi@xa.vn;;;mttq;01/07/2026;", "CB02;Trần Văn Bê;be@xa.vn;;;mttq;01/07/2026;31/12/2026"),
    );
    await confirmStaffList(chairman, { importId });
    const next = await uploadStaffList(
      chairman,
      file(
        "CB02;Trần Văn Bê;be.moi@xa.vn;;Phó ban;mttq;01/07/2026;31/01/2027",
        "CB02;Trần Văn Bê;;;;Một cửa;01/12/2026;",
      ),
    );
    const { lines, errors } = await readStaffList(chairman, next);
    expect(errors).toEqual([]);
    expect(lines.map(({ line, outcome, changes }) => [line, outcome, changes])).toEqual([
      [2, "changed", ["email", "title", "dates"]],
      [3, "changed", ["role"]],
    ]);
    expect(await confirmStaffList(chairman, next)).toEqual({ added: 0, changed: 1 });
    const people = (await listStaff(chairman, ALL)).people;
    expect(people.find(({ code }) => code === "CB01")?.email).toBe("doi@xa.vn");
    const changed = people.find(({ code }) => code === "CB02");
    expect(changed).toMatchObject({ email: "be.moi@xa.vn", title: "Phó ban", signInName: "be@xa.vn" });
    expect(changed?.roles).toEqual([
      { role: "desk-officer", from: "2026-12-01", to: null },
      { role: "mttq", from: "2026-07-01", to: "2027-02-01" },
    ]);
  });

  it("with mistakes says where and what, and writes nothing of it", async () => {
    const { chairman, admin, unitId } = await newOffice(database);
    await addPerson(chairman, filled({ code: "CB09", email: "chin@xa.vn", name: "Lý Thị Chín" }));
    const list = file(
      "CB01;Nguyễn Thị An;an@xa;;;Một cửa;;",
      "CB02;Trần Văn Bê;be@xa2.vn;;;Thủ kho;99/99/2026;",
      "CB03;Lê Văn Xê;chin@xa.vn;;;Một cửa;;",
      "CB04;Phan Thị Dê;;;;Một cửa;;",
      "CB05;Hồ Văn E;e@xa2.vn;;;Chủ tịch;;",
      "CB06;Tô Văn Ép;ep@xa2.vn;;;Một cửa;;",
      "CB07;Tô Văn Ghê;ep@xa2.vn;;;Một cửa;;",
      "CB06;Tô Văn Khác;ep@xa2.vn;;;mttq;;",
    );
    const uploaded = await uploadStaffList(admin, list);
    const { errors } = await readStaffList(admin, uploaded);
    expect(errors.map(({ line, column, problem }) => [line, column, problem])).toEqual([
      [2, "email", "email"],
      [3, "from", "date"],
      [3, "role", "role"],
      [4, "code", "codeDiffers"],
      [5, "email", "noAddress"],
      [6, "role", "roleBeyond"],
      [9, "name", "differs"],
    ]);
    const before = await database.root`select count(*)::int as n from staff_role where unit_id = ${unitId}`;
    await expect(confirmStaffList(admin, uploaded)).rejects.toMatchObject({ code: "INVALID", key: "staff.listWrong" });
    expect(await database.root`select count(*)::int as n from staff_role where unit_id = ${unitId}`).toEqual(before);
    await dropStaffList(admin, uploaded);
    await expect(dropStaffList(admin, uploaded)).rejects.toMatchObject({ key: "staff.listDone" });
  });

  it("knows the same address at two people, and whom the actor may not touch", async () => {
    const { chairman, admin, chairmanId } = await newOffice(database);
    await changePersonOf(chairmanId, "CB00");
    const errorsOf = async (ctx: UnitCtx, ...lines: string[]) =>
      (await readStaffList(ctx, await uploadStaffList(ctx, file(...lines)))).errors.map(({ line, problem }) => [
        line,
        problem,
      ]);
    expect(await errorsOf(admin, "1;Tô Văn Ép;e@y.vn;;;mttq;;", "2;Tô Văn Ghê;e@y.vn;;;mttq;;")).toEqual([
      [3, "twice"],
    ]);
    expect(await errorsOf(admin, "CB00;Tên Mới;;;;mttq;;")).toEqual([[2, "beyond"]]);
    expect(await errorsOf(chairman, "CB00;Lê Văn Chủ;;;;mttq;;")).toEqual([[2, "self"]]);
    // Ending is done on the person's own page.
    expect(await errorsOf(admin, "CB00;Lê Văn Chủ;;;;Chủ tịch;01/01/2024;30/11/2026")).toEqual(
      expect.arrayContaining([[2, "endsThere"]]),
    );

    async function changePersonOf(staffId: string, code: string) {
      await database.root`insert into staff_post (unit_id, staff_id, code) values (${chairman.unitId}, ${staffId}, ${code})`;
    }
  });

  it("is refused without the columns it needs, and to whom may not", async () => {
    const { chairman, officer } = await newOffice(database);
    const bytes = (text: string) => ({ fileName: "x.csv", bytes: new TextEncoder().encode(text) });
    await expect(uploadStaffList(chairman, bytes("A;B\n1;2\n"))).rejects.toMatchObject({ key: "staff.noColumns" });
    await expect(uploadStaffList(chairman, bytes(`${HEADER}\n`))).rejects.toMatchObject({ key: "staff.listEmpty" });
    await expect(uploadStaffList(officer, file("1;A;;;;mttq;;"))).rejects.toMatchObject(FORBIDDEN);
    const two = await newOffice(database);
    const mine = await uploadStaffList(chairman, file("1;Lê Thị Một;;mot.hai;;mttq;;"));
    const missing = { code: "NOT_FOUND", key: "staff.listNotFound" };
    await expect(readStaffList(two.chairman, mine)).rejects.toMatchObject(missing);
    await expect(confirmStaffList(two.chairman, mine)).rejects.toMatchObject(missing);
  });
});
