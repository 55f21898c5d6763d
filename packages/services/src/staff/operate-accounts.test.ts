import { addStaff } from "@gandan/auth/add-staff";
import { setPasswordByLink } from "@gandan/auth/password-links";
import { signIn } from "@gandan/auth/sign-in";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addFirstPerson, makeAccountLink, type Operator, resetSecondFactor } from "./operate-accounts";

const PASSWORD = "mật khẩu dài 14 chữ";
const now = new Date();
let database: TestDatabase;
let operator: Operator;
beforeAll(async () => {
  database = await createTestDatabase();
  operator = { ownerUrl: database.url, by: "operator root", now };
});
afterAll(() => database.drop());

const audited = (unitId: string, subject: string) =>
  database.root`
    select actor, action from audit_log where unit_id = ${unitId} and subject = ${subject} order by seq`;

it("takes the second factor off a lost phone's account, once, and says who did it", async () => {
  const unitId = await newUnit(database.owner);
  const staffId = await addStaff(database.app, {
    signInName: "mat.may",
    name: "Lê Văn Mất",
    password: PASSWORD,
    roles: [{ unitId, role: "chairman", validFrom: "2024-01-01" }],
  });
  const attempt = () => signIn({ app: database.app, now }, { signInName: "mat.may", password: PASSWORD });
  await expect(resetSecondFactor(operator, "mat.may")).rejects.toMatchObject({ key: "staff.noFactor" });
  await database.root`
    insert into second_factor (staff_id, secret, created_at, confirmed_at) values (${staffId}, 'x', ${now}, ${now})`;
  expect((await attempt()).codeDue).toBe(true);
  expect(await resetSecondFactor(operator, " MAT.MAY ")).toMatchObject({ name: "Lê Văn Mất" });
  expect((await attempt()).codeDue).toBe(false);
  expect(await audited(OPERATOR_UNIT_ID, staffId)).toMatchObject([
    { actor: "operator root", action: "second-factor.reset" },
    { actor: staffId, action: "session.sign-in" },
  ]);
  await expect(resetSecondFactor(operator, "khong.co")).rejects.toMatchObject({ key: "staff.noAccount" });
});

it("adds the first person of a unit, whose link sets a password", async () => {
  const unitId = await newUnit(database.owner, { name: "Xã Mới" });
  const [{ code } = { code: "" }] = await database.root<{ code: string }[]>`
    select code from unit_name where unit_id = ${unitId}`;
  const person = { unitCode: code, role: "chairman", name: "Phan Văn Đầu", signInName: "phan.dau" };
  const { id, token } = await addFirstPerson(operator, person);
  await setPasswordByLink(database.app, token, PASSWORD, now);
  await signIn({ app: database.app, now }, { signInName: "phan.dau", password: PASSWORD });
  expect(await audited(unitId, id)).toEqual([{ actor: "operator root", action: "staff.add" }]);
  await expect(addFirstPerson(operator, { ...person, unitCode: "khong-co" })).rejects.toMatchObject({
    key: "unit.notFound",
  });
  const again = await makeAccountLink(operator, "phan.dau");
  await setPasswordByLink(database.app, again.token, `${PASSWORD} mới`, now);
  await expect(
    signIn({ app: database.app, now }, { signInName: "phan.dau", password: PASSWORD }),
  ).rejects.toMatchObject({ key: "session.wrongPassword" });
});
