import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  fillProcedures,
  happened,
  moment,
  ownModel,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import type { RequestCtx } from "../session/request-ctx";
import { readBoard } from "./read-board";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const at = (time: string): RequestCtx => ({
  db: { app: database.app, oversight: database.oversight },
  policy: { secondFactor: "offered", idleMinutes: 30, key: Buffer.alloc(32) },
  session: null,
  gate: null,
  now: moment(time),
  language: "vi",
  host: "localhost",
  userAgent: null,
  address: null,
});

async function newSlug() {
  const unitId = await newUnit(database.owner);
  const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  return { unitId, slug: unit!.slug };
}

it("counts what came, went, is due and is late today, and what waits to be closed", async () => {
  const { unitId, slug } = await newSlug();
  const other = await newSlug();
  const done = (time: string) => happened(time, { type: "finished" });
  const given = (time: string) => happened(time, { type: "handed-over" });
  await recordAll(actingAt(database, unitId, "2026-11-20T09:50"), [
    takenIn("A-1", "2026-11-20T08:00", "2026-11-20T16:00"),
    takenIn("A-2", "2026-11-20T08:30", "2026-11-25T08:30"),
    takenIn("B-1", "2026-11-17T08:00", "2026-11-20T08:00"),
    takenIn("B-2", "2026-11-17T08:00", "2026-11-20T14:00", [
      happened("2026-11-18T08:00", { type: "supplement-requested", papers: ["Tờ khai"] }),
    ]),
    takenIn("C-1", "2026-11-18T08:00", "2026-11-23T08:00", [done("2026-11-19T08:00"), given("2026-11-20T07:30")]),
    takenIn("C-2", "2026-11-18T08:00", "2026-11-23T08:00", [
      done("2026-11-19T08:00"),
      given("2026-11-19T17:00"),
      happened("2026-11-19T17:00", { type: "closed" }),
    ]),
    takenIn("C-3", "2026-11-18T08:00", "2026-11-23T08:00", [done("2026-11-19T08:00")]),
  ]);
  expect((await readBoard(at("2026-11-20T09:50"), { slug })).counts).toEqual({
    receivedToday: 2,
    handedOverToday: 1,
    leftToday: 1,
    late: 1,
    notClosed: 2,
    closesAt: moment("2026-11-20T17:00"),
    asOf: moment("2026-11-20T09:50"),
  });
  const { counts, title } = await readBoard(at("2026-11-20T09:50"), { slug: other.slug });
  expect(counts).toMatchObject({ receivedToday: 0, late: 0 });
  expect(title).toBeNull();
});

it("shows the promises of the model in force on the day, and no other ones", async () => {
  const { unitId, slug } = await newSlug();
  const slogans = [{ id: "5-biet", title: "5 biết", commitments: [{ id: "xin-loi", text: "Biết xin lỗi" }] }];
  await adoptOwn(database, unitId, "2026-11-20", "2026-11-22", modelSource.parse({ ...ownModel, slogans }));
  expect(await readBoard(at("2026-11-21T10:00"), { slug })).toMatchObject({
    title: "Mô hình thử",
    slogans: [{ title: "5 biết", commitments: [{ text: "Biết xin lỗi" }] }],
  });
  expect((await readBoard(at("2026-11-22T10:00"), { slug })).slogans).toEqual([]);
});

it("has no closing time when work is over, nor on a Sunday", async () => {
  const { slug } = await newSlug();
  expect((await readBoard(at("2026-11-20T17:00"), { slug })).counts.closesAt).toBeNull();
  expect((await readBoard(at("2026-11-22T10:00"), { slug })).counts.closesAt).toBeNull();
});
