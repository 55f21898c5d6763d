import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { moment } from "../dossier/dossier-test-unit";
import { listDirectory } from "./list-directory";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const faceOf = async (id: string) => {
  const [row] = await database.root<{ slug: string; name: string; code: string }[]>`
    select u.slug, n.name, n.code from unit u join unit_name n on n.unit_id = u.id where u.id = ${id}`;
  return row!;
};

it("names each unit with its province, and those that went on with one that is no more", async () => {
  const { owner, root, app, oversight } = database;
  const province = await newUnit(owner, { level: "province", type: "tỉnh" });
  const [here, gone, coming] = [await newUnit(owner), await newUnit(owner), await newUnit(owner)];
  const operator = await newUnit(owner, { level: "operator", type: "phòng" });
  for (const id of [here, gone]) {
    await root`
      insert into unit_ancestors (ancestor_id, descendant_id, depth, valid_from, valid_to, from_start, to_end)
      values (${province}, ${id}, 1, '2020-01-01', null, true, true)`;
  }
  await root`update unit set valid_to = '2026-07-01' where id = ${gone}`;
  await root`
    insert into unit_succession (predecessor_id, successor_id, at, partial) values (${gone}, ${here}, '2026-07-01', true)`;
  await root`update unit set valid_from = '2027-01-01' where id = ${coming}`;

  const db = { app, oversight };
  const units = await listDirectory({ db, now: moment("2026-11-22T08:00") });
  const { slug, name } = await faceOf(province);
  const successor = await faceOf(here);
  expect(units.find((one) => one.slug === successor.slug)).toEqual({
    ...successor,
    province: { slug, name },
    ended: false,
    successors: [],
  });
  const old = await faceOf(gone);
  expect(units.find((one) => one.slug === old.slug)).toEqual({
    ...old,
    province: { slug, name },
    ended: true,
    successors: [{ ...successor, partial: true }],
  });
  const found = units.map((one) => one.slug);
  for (const id of [province, operator, coming]) expect(found).not.toContain((await faceOf(id)).slug);
  // The day before, nothing had gone over.
  const before = await listDirectory({ db, now: moment("2026-06-30T08:00") });
  expect(before.find((one) => one.slug === old.slug)).toMatchObject({ ended: false, successors: [] });
});
