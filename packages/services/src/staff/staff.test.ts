import { setPasswordByLink } from "@gandan/auth/password-links";
import { signIn } from "@gandan/auth/sign-in";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "./add-person";
import { changePerson, makeFirstLinks, makePersonLink } from "./change-person";
import { endPerson, endRole, giveRole } from "./change-roles";
import { listStaff, readPerson } from "./list-staff";
import { ALL, actionsOf, FORBIDDEN, filled, NOW, newOffice, PASSWORD, staffCtx } from "./staff-test-office";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const rolesOf = (staffId: string) =>
  database.root`
    select role, valid_from::text, valid_to::text from staff_role where staff_id = ${staffId} order by role, valid_from`;

describe("addPerson", () => {
  it("adds someone with a role and a link by which they set their password, once", async () => {
    const { unitId, chairman } = await newOffice(database);
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
    expect(await actionsOf(database, unitId)).toEqual(["staff.add"]);
    const kept =
      await database.root`select l::text as text from password_link l union all select a::text from audit_log a`;
    for (const { text } of kept) expect(text).not.toContain(link!.token);
  });

  it("is for those who look after accounts, in their own unit", async () => {
    const [one, two] = [await newOffice(database), await newOffice(database)];
    await expect(addPerson(one.officer, filled())).rejects.toMatchObject(FORBIDDEN);
    await expect(addPerson({ ...one.chairman, unitId: two.unitId }, filled())).rejects.toMatchObject(FORBIDDEN);
    await expect(listStaff(one.officer, ALL)).rejects.toMatchObject(FORBIDDEN);
    expect(await actionsOf(database, one.unitId)).toEqual([]);
  });

  it("lets nobody make anyone mightier than themselves", async () => {
    const { admin, chairman } = await newOffice(database);
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
    const [one, two] = [await newOffice(database), await newOffice(database)];
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
    const { chairman } = await newOffice(database);
    await addPerson(chairman, filled({ code: "C1", email: "mot@xa.vn" }));
    const taken = (more: object) => addPerson(chairman, filled(more));
    await expect(taken({ code: "C1" })).rejects.toMatchObject({ key: "staff.codeTaken" });
    await expect(taken({ email: "mot@xa.vn" })).rejects.toMatchObject({ key: "staff.emailTaken" });
  });
});

describe("roles", () => {
  it("begin and end by dates; a second one of the same time is refused", async () => {
    const { chairman, unitId } = await newOffice(database);
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
    expect(await actionsOf(database, unitId)).toEqual([
      "staff.add",
      "staff.give-role",
      "staff.give-role",
      "staff.end-role",
      "staff.end-role",
    ]);
  });

  it("of the past stay as they were", async () => {
    const { chairman } = await newOffice(database);
    const { staffId } = await addPerson(chairman, filled({ from: "2026-07-01" }));
    const end = (lastDay: string) => endRole(chairman, { staffId, role: "desk-officer", from: "2026-07-01", lastDay });
    await expect(end("2026-11-21")).rejects.toMatchObject({ code: "INVALID", key: "staff.pastDay" });
    await end("2026-11-22");
    await expect(end("2026-11-30")).rejects.toMatchObject({ code: "NOT_FOUND", key: "staff.roleGone" });
  });

  it("are nobody's own to change, nor those of somebody mightier", async () => {
    const { chairman, chairmanId, admin, adminId } = await newOffice(database);
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
    const [one, two] = [await newOffice(database), await newOffice(database)];
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
    expect((await listStaff(one.chairman, { ...ALL, state: "ended" })).people.map(({ name }) => name)).toEqual([
      "Vũ Văn Đi",
      "Vũ Văn Ở",
    ]);
  });

  it("never takes the last chairman away, not even when two end each other at once", async () => {
    const ended = async () => {
      const office = await newOffice(database);
      const secondId = await office.add("chairman", "Lê Văn Hai");
      const second = staffCtx(database, office.unitId, secondId, "chairman");
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
    const { chairman } = await newOffice(database);
    for (const name of ["Trần Văn Ước", "Đặng Thị Ánh", "Nguyễn Văn An"]) await addPerson(chairman, filled({ name }));
    const names = async (more: object) =>
      (await listStaff(chairman, { ...ALL, ...more })).people.map(({ name }) => name);
    expect(await names({})).toEqual(["Nguyễn Văn An", "Đặng Thị Ánh", "Lê Văn Chủ", "Trần Thị Quản", "Trần Văn Ước"]);
    expect(await names({ q: "dang thi anh" })).toEqual(["Đặng Thị Ánh"]);
    expect(await names({ role: "chairman" })).toEqual(["Lê Văn Chủ"]);
    expect(await names({ state: "no-password" })).toEqual(["Nguyễn Văn An", "Đặng Thị Ánh", "Trần Văn Ước"]);
    expect((await listStaff(chairman, ALL)).counts).toEqual({ working: 5, withoutPassword: 3, ended: 0 });
    const links = await makeFirstLinks(chairman);
    expect(links.map(({ name }) => name)).toEqual(["Nguyễn Văn An", "Đặng Thị Ánh", "Trần Văn Ước"]);
    await setPasswordByLink(database.app, links[0]!.token, PASSWORD, NOW);
    expect(await makeFirstLinks(chairman)).toHaveLength(2);
  });

  it("shows nobody of another unit", async () => {
    const [one, two] = [await newOffice(database), await newOffice(database)];
    const { staffId } = await addPerson(one.chairman, filled());
    expect((await listStaff(two.chairman, ALL)).found).toBe(2);
    const missing = { code: "NOT_FOUND", key: "staff.notFound" };
    await expect(readPerson(two.chairman, { staffId })).rejects.toMatchObject(missing);
    await expect(makePersonLink(two.chairman, { staffId })).rejects.toMatchObject(missing);
    await expect(endPerson(two.chairman, { staffId, lastDay: "2026-11-23" })).rejects.toMatchObject(missing);
    await expect(
      giveRole(two.chairman, { staffId, role: "mttq", from: "2026-11-23", lastDay: null }),
    ).rejects.toMatchObject(missing);
  });
});
