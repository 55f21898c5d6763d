import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fillCatalogues } from "../model/model-test-unit";
import { importDossierFile } from "./import-dossier-file";
import { contentsOf, fileOf, fileRow, goodRows } from "./import-test-file";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const NOW = new Date("2026-11-23T05:00:00Z");
const plain = { fileName: "ho-so.csv", dryRun: false, onlyGood: false };

it("counts without writing, writes once, and says so the second time", async () => {
  const unitId = await newUnit(database.owner, { code: "90001" });
  const file = { ...plain, unit: "90001", bytes: fileOf(goodRows(5)) };
  expect(await importDossierFile(database.url, { ...file, dryRun: true }, NOW)).toMatchObject({
    end: "checked",
    rowsTotal: 5,
    rowsNew: 5,
  });
  expect((await contentsOf(database, unitId)).dossiers).toEqual([]);
  const runs = await database.root`select 1 from import_run where unit_id = ${unitId}`;
  expect(runs).toHaveLength(0);
  expect(await importDossierFile(database.url, file, NOW)).toMatchObject({ end: "done", rowsNew: 5 });
  expect(await importDossierFile(database.url, file, NOW)).toMatchObject({ end: "known" });
  expect((await contentsOf(database, unitId)).dossiers).toHaveLength(5);
  const log = await database.root<{ actor: string; action: string }[]>`
    select distinct actor, action from audit_log where unit_id = ${unitId} order by action`;
  expect(log.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    "command-line dossier.import",
    // The first rows of a file name citizens.
    "command-line import.read",
    "command-line import.start",
    "command-line import.upload",
  ]);
});

it("writes nothing while rows are in error, unless the good ones are wanted", async () => {
  const unitId = await newUnit(database.owner, { code: "90002" });
  const file = { ...plain, unit: "90002", bytes: fileOf([...goodRows(3), fileRow(4, { procedure: "x" })]) };
  const refused = await importDossierFile(database.url, file, NOW);
  expect(refused).toMatchObject({ end: "errors", rowsInError: 1, errors: [{ line: 5, key: "unknownProcedure" }] });
  expect((await contentsOf(database, unitId)).dossiers).toEqual([]);
  const good = await importDossierFile(database.url, { ...file, onlyGood: true }, NOW);
  expect(good).toMatchObject({ end: "done", rowsNew: 3, rowsInError: 1 });
});

it("knows neither a unit nor a mapping that is not there", async () => {
  await newUnit(database.owner, { code: "90003" });
  const bytes = fileOf(goodRows(1));
  await expect(importDossierFile(database.url, { ...plain, unit: "none", bytes }, NOW)).rejects.toMatchObject({
    key: "unit.notFound",
  });
  await expect(
    importDossierFile(database.url, { ...plain, unit: "90003", bytes, mapping: "none" }, NOW),
  ).rejects.toMatchObject({ key: "import.mappingNotFound" });
});
