import { addStaff } from "@gandan/auth/add-staff";
import { setPasswordByLink } from "@gandan/auth/password-links";
import type { Role } from "@gandan/auth/roles";
import { signIn } from "@gandan/auth/sign-in";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { addPerson as addInput } from "@gandan/model/staff/staff-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moment } from "../dossier/dossier-test-unit";
import { addPerson } from "./add-person";
import { changePerson, makeFirstLinks, makePersonLink } from "./change-person";
import { endPerson, endRole, giveRole } from "./change-roles";
import { confirmStaffList, dropStaffList, readStaffList, uploadStaffList } from "./import-staff-list";
import { listStaff, readPerson } from "./list-staff";

const NOW = moment("2026-11-23T10:00");
const PASSWORD = "mật khẩu dài 14 chữ";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

let counter = 0;
const nameOf = () => `nguoi${++counter}`;

function ctxOf(unitId: string, staffId: string, role: Role): UnitCtx {
  return {
    db: database,
    actor: { staffId, name: "Lê Văn L", roles: [{ unitId, role }] },
    unitId,
    now: NOW,
    language: "vi",
  };
}

/** A unit with a chairman who acts, and an administrator. */
async function newOffice() {
  const unitId = await newUnit(database.owner, { name: "Xã Mường Bú" });
  const person = (role: Role, name: string) =>
    addStaff(database.app, {
      signInName: nameOf(),
      name,
      password: PASSWORD,
      roles: [{ unitId, role, validFrom: "2024-01-01" }],
    });
  const chairmanId = await person("chairman", "Lê Văn Chủ");
  const adminId = await person("administrator", "Trần Thị Quản");
  return {
    unitId,
    chairmanId,
    adminId,
    chairman: ctxOf(unitId, chairmanId, "chairman"),
    admin: ctxOf(unitId, adminId, "administrator"),
    officer: ctxOf(unitId, crypto.randomUUID(), "desk-officer"),
    add: person,
  };
}

const filled = (more: object = {}) =>
  addInput.parse({ name: "Nguyễn Thị An", signInName: nameOf(), role: "desk-officer", from: "2026-11-23", ...more });
const all = { q: "", role: "", state: "working", page: 1 } as const;
const actions = async (unitId: string) =>
  (await database.root`select action from audit_log where unit_id = ${unitId} order by seq`).map(
    ({ action }) => action,
  );
const rolesOf = (staffId: string) =>
  database.root`select role, valid_from::text, valid_to::text from staff_role where staff_id = ${staffId} order by role, valid_from`;
const forbidden = { code: "FORBIDDEN", key: "session.forbidden" };

describe("addPerson", () => {
  it("adds someone with a role and a link by which they set their password, once", async () => {
    const { unitId, chairman } = await newOffice();
    const input = filled({ email: "An@Xa.vn", code: "CB01", title: "Công chức" });
    const { staffId, link } = await addPerson(chairman, input);
    const person = await readPerson(chairman, { staffId });
    expect(person).toMatchObject({
      name: "Nguyễn Thị An",
      email: "an@xa.vn",
      code: "CB01",
      title: "Công chức",
      open: ["desk-officer"],
      standing: "working",
      hasPassword: false,
      hindrance: null,
    });
    const attempt = (password: string) =>
      signIn({ app: database.app, now: NOW }, { signInName: input.signInName, password });
    await expect(attempt("")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await setPasswordByLink(database.app, link!.token, PASSWORD, NOW);
    await attempt(PASSWORD);
    await expect(setPasswordByLink(database.app, link!.token, PASSWORD, NOW)).rejects.toMatchObject({
      key: "session.linkGone",
    });
    expect(await actions(unitId)).toEqual(["staff.add"]);
    const kept =
      await database.root`select l::text as text from password_link l union all select a::text from audit_log a`;
    for (const { text } of kept) expect(text).not.toContain(link!.token);
  });

  it("is for those who look after accounts, in their own unit", async () => {
    const [one, two] = [await newOffice(), await newOffice()];
    await expect(addPerson(one.officer, filled())).rejects.toMatchObject(forbidden);
    await expect(addPerson({ ...one.chairman, unitId: two.unitId }, filled())).rejects.toMatchObject(forbidden);
    await expect(listStaff(one.officer, all)).rejects.toMatchObject(forbidden);
    expect(await actions(one.unitId)).toEqual([]);
  });

  it("lets nobody make anyone mightier than themselves", async () => {
    const { admin, chairman } = await newOffice();
    for (const role of ["chairman", "vice-chairman", "administrator", "inspector", "operator", "oversight-leader"]) {
      await expect(addPerson(admin, filled({ role }))).rejects.toMatchObject({
        code: "FORBIDDEN",
        key: "staff.roleBeyond",
      });
    }
    await expect(addPerson(chairman, filled({ role: "operator" }))).rejects.toMatchObject({ key: "staff.roleBeyond" });
    await expect(addPerson(chairman, filled({ role: "king" }))).rejects.toMatchObject({ key: "staff.roleUnknown" });
    await addPerson(admin, filled({ role: "model-keeper" }));
  });

  it("lets a person of another unit join by sign-in name and name, with the account they have", async () => {
    const [one, two] = [await newOffice(), await newOffice()];
    const { staffId } = await addPerson(one.chairman, filled({ signInName: "chung.hai" }));
    await expect(
      addPerson(two.chairman, filled({ signInName: "chung.hai", name: "Người Khác" })),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      key: "staff.nameTaken",
    });
    const joined = await addPerson(two.chairman, filled({ signInName: "chung.hai", role: "mttq" }));
    expect(joined).toEqual({ staffId, link: null });
    // Neither unit touches what belongs to both.
    const beyond = { code: "FORBIDDEN", key: "staff.elsewhere" };
    await expect(makePersonLink(two.chairman, { staffId })).rejects.toMatchObject(beyond);
    const change = { staffId, name: "Tên Mới", email: null, code: null, title: null };
    await expect(changePerson(one.chairman, change)).rejects.toMatchObject(beyond);
    await changePerson(two.chairman, { ...change, name: "Nguyễn Thị An", code: "M1" });
  });

  it("keeps codes, addresses and names apart", async () => {
    const { chairman } = await newOffice();
    await addPerson(chairman, filled({ code: "C1", email: "mot@xa.vn" }));
    const taken = (more: object) => addPerson(chairman, filled(more));
    await expect(taken({ code: "C1" })).rejects.toMatchObject({ key: "staff.codeTaken" });
    await expect(taken({ email: "mot@xa.vn" })).rejects.toMatchObject({ key: "staff.emailTaken" });
  });
});

describe("roles", () => {
  it("begin and end by dates; a second one of the same time is refused", async () => {
    const { chairman, unitId } = await newOffice();
    const { staffId } = await addPerson(chairman, filled());
    const give = (from: string, lastDay: string | null, role = "mttq") =>
      giveRole(chairman, { staffId, role, from, lastDay });
    await give("2026-12-01", "2026-12-31");
    await expect(give("2026-12-31", null)).rejects.toMatchObject({ code: "CONFLICT", key: "staff.roleHeld" });
    await give("2027-01-01", null);
    await endRole(chairman, { staffId, role: "mttq", from: "2027-01-01", lastDay: "2026-12-31" });
    await endRole(chairman, { staffId, role: "desk-officer", from: "2026-11-23", lastDay: "2026-11-30" });
    expect(await rolesOf(staffId)).toMatchObject([
      { role: "desk-officer", valid_from: "2026-11-23", valid_to: "2026-12-01" },
      { role: "mttq", valid_from: "2026-12-01", valid_to: "2027-01-01" },
      { role: "mttq", valid_from: "2027-01-01", valid_to: "2027-01-01" },
    ]);
    expect((await readPerson(chairman, { staffId })).roles).toHaveLength(2);
    expect(await actions(unitId)).toEqual([
      "staff.add",
      "staff.give-role",
      "staff.give-role",
      "staff.end-role",
      "staff.end-role",
    ]);
  });

  it("of the past stay as they were", async () => {
    const { chairman } = await newOffice();
    const { staffId } = await addPerson(chairman, filled({ from: "2026-07-01" }));
    const end = (lastDay: string) => endRole(chairman, { staffId, role: "desk-officer", from: "2026-07-01", lastDay });
    await expect(end("2026-11-21")).rejects.toMatchObject({ code: "INVALID", key: "staff.pastDay" });
    await end("2026-11-22");
    await expect(end("2026-11-30")).rejects.toMatchObject({ code: "NOT_FOUND", key: "staff.roleGone" });
  });

  it("are nobody's own to change, nor those of somebody mightier", async () => {
    const { chairman, chairmanId, admin, adminId } = await newOffice();
    const self = { code: "FORBIDDEN", key: "staff.self" };
    await expect(
      giveRole(chairman, { staffId: chairmanId, role: "mttq", from: "2026-11-23", lastDay: null }),
    ).rejects.toMatchObject(self);
    await expect(
      giveRole(admin, { staffId: adminId, role: "mttq", from: "2026-11-23", lastDay: null }),
    ).rejects.toMatchObject(self);
    const beyond = { code: "FORBIDDEN", key: "staff.beyond" };
    await expect(makePersonLink(admin, { staffId: chairmanId })).rejects.toMatchObject(beyond);
    await expect(endPerson(admin, { staffId: chairmanId, lastDay: "2026-11-23" })).rejects.toMatchObject(beyond);
    const change = { staffId: chairmanId, name: "Khác", email: null, code: null, title: null };
    await expect(changePerson(admin, change)).rejects.toMatchObject(beyond);
    expect((await readPerson(admin, { staffId: chairmanId })).hindrance).toBe("beyond");
  });
});

describe("ending a person", () => {
  it("ends every role here and the sessions of who is left with none", async () => {
    const [one, two] = [await newOffice(), await newOffice()];
    const [gone, stays] = [await one.add("desk-officer", "Vũ Văn Đi"), await one.add("mttq", "Vũ Văn Ở")];
    await database.root`
      insert into staff_role (staff_id, unit_id, role, valid_from) values (${stays}, ${two.unitId}, 'mttq', '2024-01-01')`;
    const names =
      await database.root`select id, sign_in_name as name from staff where id = any(${[gone, stays]}::uuid[])`;
    for (const { name } of names)
      await signIn({ app: database.app, now: new Date() }, { signInName: name, password: PASSWORD });
    for (const staffId of [gone, stays]) await endPerson(one.chairman, { staffId, lastDay: "2026-11-22" });
    const left = await database.root`select staff_id from session where staff_id = any(${[gone, stays]}::uuid[])`;
    expect(left.map(({ staff_id }) => staff_id)).toEqual([stays]);
    expect((await readPerson(one.chairman, { staffId: gone })).standing).toBe("ended");
    expect((await listStaff(one.chairman, { ...all, state: "ended" })).people.map(({ name }) => name)).toEqual([
      "Vũ Văn Đi",
      "Vũ Văn Ở",
    ]);
  });

  it("never takes the last chairman away, not even when two end each other at once", async () => {
    const ended = async () => {
      const office = await newOffice();
      const secondId = await office.add("chairman", "Lê Văn Hai");
      const second = ctxOf(office.unitId, secondId, "chairman");
      return { office, secondId, second };
    };
    const offices = await Promise.all([1, 2, 3, 4].map(ended));
    const done = await Promise.all(
      offices.map(({ office, secondId, second }) =>
        Promise.allSettled([
          endPerson(office.chairman, { staffId: secondId, lastDay: "2026-11-30" }),
          endPerson(second, { staffId: office.chairmanId, lastDay: "2026-11-30" }),
        ]),
      ),
    );
    for (const pair of done) {
      expect(pair.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(pair.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "CONFLICT", key: "staff.lastOne" },
      });
    }
    for (const { office } of offices) {
      const left = await database.root`
        select 1 from staff_role where unit_id = ${office.unitId} and role = 'chairman' and valid_to is null`;
      expect(left).toHaveLength(1);
    }
  });
});

describe("the list", () => {
  it("is sought without accents, by role and state, in the order of Vietnamese names", async () => {
    const { chairman } = await newOffice();
    for (const name of ["Trần Văn Ước", "Đặng Thị Ánh", "Nguyễn Văn An"]) await addPerson(chairman, filled({ name }));
    const names = async (more: object) =>
      (await listStaff(chairman, { ...all, ...more })).people.map(({ name }) => name);
    expect(await names({})).toEqual(["Nguyễn Văn An", "Đặng Thị Ánh", "Lê Văn Chủ", "Trần Thị Quản", "Trần Văn Ước"]);
    expect(await names({ q: "dang thi anh" })).toEqual(["Đặng Thị Ánh"]);
    expect(await names({ role: "chairman" })).toEqual(["Lê Văn Chủ"]);
    expect(await names({ state: "no-password" })).toEqual(["Nguyễn Văn An", "Đặng Thị Ánh", "Trần Văn Ước"]);
    expect((await listStaff(chairman, all)).counts).toEqual({ working: 5, withoutPassword: 3, ended: 0 });
    const links = await makeFirstLinks(chairman);
    expect(links.map(({ name }) => name)).toEqual(["Nguyễn Văn An", "Đặng Thị Ánh", "Trần Văn Ước"]);
    await setPasswordByLink(database.app, links[0]!.token, PASSWORD, NOW);
    expect(await makeFirstLinks(chairman)).toHaveLength(2);
  });

  it("shows nobody of another unit", async () => {
    const [one, two] = [await newOffice(), await newOffice()];
    const { staffId } = await addPerson(one.chairman, filled());
    expect((await listStaff(two.chairman, all)).found).toBe(2);
    const missing = { code: "NOT_FOUND", key: "staff.notFound" };
    await expect(readPerson(two.chairman, { staffId })).rejects.toMatchObject(missing);
    await expect(makePersonLink(two.chairman, { staffId })).rejects.toMatchObject(missing);
    await expect(endPerson(two.chairman, { staffId, lastDay: "2026-11-23" })).rejects.toMatchObject(missing);
    await expect(
      giveRole(two.chairman, { staffId, role: "mttq", from: "2026-11-23", lastDay: null }),
    ).rejects.toMatchObject(missing);
  });
});

const HEADER = "Mã cán bộ;Họ và tên;Thư điện tử;Tên đăng nhập;Chức danh;Vai trò;Từ ngày;Đến ngày";
const file = (...lines: string[]) => ({
  fileName: "cán bộ.csv",
  bytes: new TextEncoder().encode([HEADER, ...lines].join("\n")),
});

describe("a list of staff from a file", () => {
  it("is looked at first, then written, and says the same the second time", async () => {
    const { chairman, unitId } = await newOffice();
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
    expect((await listStaff(chairman, all)).found).toBe(2);
    expect(await confirmStaffList(chairman, first)).toEqual({ added: 2, changed: 0 });
    await expect(confirmStaffList(chairman, first)).rejects.toMatchObject({ code: "CONFLICT", key: "staff.listDone" });
    const people = (await listStaff(chairman, all)).people;
    expect(people.map(({ name, signInName, code, title }) => [name, signInName, code, title])).toEqual(
      expect.arrayContaining([
        ["Nguyễn Thị An", "an.moi@xa.vn", "CB01", "Công chức"],
        ["Trần Văn Bê", "tran.be", "CB02", ""],
      ]),
    );
    const second = await uploadStaffList(chairman, list());
    expect((await readStaffList(chairman, second)).counts).toEqual({ new: 0, changed: 0, same: 3 });
    expect(await confirmStaffList(chairman, second)).toEqual({ added: 0, changed: 0 });
    expect(await actions(unitId)).toEqual([
      "staff.import-upload",
      "staff.import",
      "staff.import-upload",
      "staff.import",
    ]);
    const kept = await database.root`select lines from staff_import where unit_id = ${unitId}`;
    expect(kept.every(({ lines }) => lines.length === 0)).toBe(true);
  });

  it("changes what it says otherwise, and nothing of who is not in it", async () => {
    const { chairman } = await newOffice();
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
    const people = (await listStaff(chairman, all)).people;
    expect(people.find(({ code }) => code === "CB01")?.email).toBe("doi@xa.vn");
    const changed = people.find(({ code }) => code === "CB02");
    expect(changed).toMatchObject({ email: "be.moi@xa.vn", title: "Phó ban", signInName: "be@xa.vn" });
    expect(changed?.roles).toEqual([
      { role: "desk-officer", from: "2026-12-01", to: null },
      { role: "mttq", from: "2026-07-01", to: "2027-02-01" },
    ]);
  });

  it("with mistakes says where and what, and writes nothing of it", async () => {
    const { chairman, admin, unitId } = await newOffice();
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
    const { chairman, admin, chairmanId } = await newOffice();
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
    const { chairman, officer } = await newOffice();
    const bytes = (text: string) => ({ fileName: "x.csv", bytes: new TextEncoder().encode(text) });
    await expect(uploadStaffList(chairman, bytes("A;B\n1;2\n"))).rejects.toMatchObject({ key: "staff.noColumns" });
    await expect(uploadStaffList(chairman, bytes(`${HEADER}\n`))).rejects.toMatchObject({ key: "staff.listEmpty" });
    await expect(uploadStaffList(officer, file("1;A;;;;mttq;;"))).rejects.toMatchObject(forbidden);
    const two = await newOffice();
    const mine = await uploadStaffList(chairman, file("1;Lê Thị Một;;mot.hai;;mttq;;"));
    const missing = { code: "NOT_FOUND", key: "staff.listNotFound" };
    await expect(readStaffList(two.chairman, mine)).rejects.toMatchObject(missing);
    await expect(confirmStaffList(two.chairman, mine)).rejects.toMatchObject(missing);
  });
});
