import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDraft } from "./create-draft";
import { fillCatalogues, unitWith } from "./model-test-unit";
import { type SourceKey, sourcesOf } from "./published-source";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const versionsOf = (state: SourceKey["state"]) =>
  database.root<SourceKey[]>`select id, checksum, state from model_version where state = ${state} order by id`;

it("keeps what is published, and reads a draft as it is now", async () => {
  const ctx = await unitWith(database);
  const [library] = await database.root<{ modelId: string }[]>`select model_id as "modelId" from model_version limit 1`;
  await createDraft(ctx, library!);
  const read = (versions: readonly SourceKey[]) => inUnit(ctx, (_tx, sql) => sourcesOf(sql, versions));

  const [published] = await versionsOf("published");
  const first = (await read([published!])).get(published!.id);
  expect((await read([published!])).get(published!.id)).toBe(first);
  expect(() => Object.assign(first!.rules, { other: {} })).toThrow(TypeError);

  const [draft] = await versionsOf("draft");
  await read([draft!]);
  await database.root`update model_version set source = jsonb_set(source, '{title}', '"Khác"') where id = ${draft!.id}`;
  const both = await read([draft!, published!]);
  expect(both.get(draft!.id)?.title).toBe("Khác");
  expect(both.get(published!.id)).toBe(first);
});

it("asks again for a version whose text is another", async () => {
  const ctx = await unitWith(database);
  const [published] = await versionsOf("published");
  const read = (version: SourceKey) => inUnit(ctx, (_tx, sql) => sourcesOf(sql, [version]));
  const before = (await read(published!)).get(published!.id);
  const after = (await read({ ...published!, checksum: "another" })).get(published!.id);
  expect(after).toEqual(before);
  expect(after).not.toBe(before);
});

it("finds nothing of a version that the transaction may not see", async () => {
  const owner = await unitWith(database);
  const [library] = await database.root<{ modelId: string }[]>`select model_id as "modelId" from model_version limit 1`;
  await createDraft(owner, library!);
  const [draft] = await versionsOf("draft");
  const stranger = await unitWith(database);
  expect((await inUnit(stranger, (_tx, sql) => sourcesOf(sql, [draft!]))).size).toBe(0);
});
