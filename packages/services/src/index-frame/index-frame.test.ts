import type { Role } from "@gandan/auth/roles";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enterIndex } from "../index/enter-index";
import { audited, ctxOf } from "../model/model-test-unit";
import { discardFrame, importFrame, saveFrame, startFrame } from "./draft-frame";
import { listFrames } from "./list-frames";
import { closeFrame, holdFrame } from "./lock-frames";
import { publishFrame, withdrawFrame } from "./publish-frame";
import { exportFrame, readFramePage } from "./read-frame-page";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const textOf = (year: number, points = 4, second = "hai") => `schema: 1
id: khung-${year}
title: Khung năm ${year}
year: ${year}
level: commune
total: 10
fields:
  - id: mot
    title: Lĩnh vực một
    points: ${points}
    criteria:
      - { id: co-khong, title: Có không, points: ${points}, leaf: { kind: yes-no } }
  - id: ${second}
    title: Lĩnh vực hai
    points: ${10 - points}
    criteria:
      - id: ${second}-mot
        title: Đúng hạn
        points: ${10 - points}
        leaf: { kind: ratio, measured_by: { yardstick: dung-hen } }
`;

/** A province with a town and a commune in the town. */
async function province() {
  const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
  const townId = await newUnit(database.owner, { level: "district", type: "thị xã", parentId: provinceId });
  const communeId = await newUnit(database.owner, { parentId: townId });
  const actor = (unitId: string, role: Role = "oversight-leader") => ctxOf(database, unitId, [role]);
  return { provinceId, townId, communeId, leader: actor(provinceId), actor };
}

type Ctx = Awaited<ReturnType<typeof province>>["leader"];

async function drafted(ctx: Ctx, yaml: string): Promise<string> {
  const taken = await importFrame(ctx, { yaml });
  if ("problems" in taken) throw new Error(JSON.stringify(taken.problems));
  return taken.frameId;
}

async function published(ctx: Ctx, yaml: string): Promise<string> {
  const frameId = await drafted(ctx, yaml);
  const { checksum } = await readFramePage(ctx, { frameId });
  await publishFrame(ctx, { frameId, checksum });
  return frameId;
}

const enter = (unitId: string, frameId: string) => database.root`
  insert into index_entry (unit_id, frame_id, leaf, points, entered_by)
  values (${unitId}, ${frameId}, 'co-khong', 4, 'x')`;

it("goes from the library's sample through a draft to the frame of the year, which units below then read", async () => {
  const { leader, communeId, actor } = await province();
  const started = await startFrame(leader, { year: 2027, from: "sample" });
  if ("problems" in started) throw new Error(JSON.stringify(started.problems));
  const { frameId } = started;
  const draft = await readFramePage(leader, { frameId });
  expect(draft).toMatchObject({
    state: "draft",
    year: 2027,
    sample: true,
    total: 100,
    units: 1,
    entered: 0,
    before: null,
  });
  expect(draft.title).toContain("2027");
  expect(draft.nodes.filter(({ depth }) => depth === 0)).toHaveLength(8);
  const reader = actor(communeId, "model-keeper");
  expect((await listFrames(reader)).frames).toEqual([]);
  await expect(readFramePage(reader, { frameId })).rejects.toMatchObject({ key: "indexFrame.notFound" });

  await publishFrame(leader, { frameId, checksum: draft.checksum });
  expect((await listFrames(reader)).frames).toMatchObject([
    { id: frameId, own: false, year: 2027, state: "published" },
  ]);
  const { yaml, fileName } = await exportFrame(reader, { frameId });
  expect([yaml, fileName]).toEqual([draft.yaml, "par-commune-2027.yaml"]);
  expect(await audited(leader)).toEqual(["index-frame.draft", "index-frame.publish"]);
});

it("keeps no text with problems, and says where they are", async () => {
  const { leader } = await province();
  const bad = textOf(2026).replace("total: 10", "total: 11");
  const refused = await importFrame(leader, { yaml: bad });
  expect(refused).toMatchObject({ problems: [{ line: 6, key: "frame-sum" }] });
  expect((await listFrames(leader)).frames).toEqual([]);

  const frameId = await drafted(leader, textOf(2026));
  const { checksum, yaml } = await readFramePage(leader, { frameId });
  expect(await saveFrame(leader, { frameId, checksum, yaml: bad })).toHaveProperty("problems");
  expect((await readFramePage(leader, { frameId })).yaml).toBe(yaml);
  await expect(saveFrame(leader, { frameId, checksum, yaml: textOf(2027) })).rejects.toMatchObject({
    key: "indexFrame.yearKept",
  });
  await saveFrame(leader, { frameId, checksum, yaml: textOf(2026, 5) });
  await expect(saveFrame(leader, { frameId, checksum, yaml })).rejects.toMatchObject({ key: "indexFrame.changed" });
  await expect(publishFrame(leader, { frameId, checksum })).rejects.toMatchObject({ key: "indexFrame.changed" });
  expect(await audited(leader)).toEqual(["index-frame.draft", "index-frame.save"]);
});

it("has one frame a year; a draft can be thrown away and taken in again", async () => {
  const { leader } = await province();
  const frameId = await drafted(leader, textOf(2026));
  const taken = { code: "CONFLICT", key: "indexFrame.yearTaken" };
  await expect(importFrame(leader, { yaml: textOf(2026, 6) })).rejects.toMatchObject(taken);
  await expect(startFrame(leader, { year: 2026, from: "sample" })).rejects.toMatchObject(taken);
  expect((await listFrames(leader)).freeYear).toBe(2027);
  const { yaml } = await discardFrame(leader, { frameId });
  expect((await listFrames(leader)).frames).toEqual([]);
  await drafted(leader, yaml);
  expect((await listFrames(leader)).frames).toMatchObject([{ year: 2026, state: "draft" }]);
  expect(await audited(leader)).toEqual(["index-frame.draft", "index-frame.discard", "index-frame.draft"]);
});

it("a published frame is not changed; it is taken back while nobody has entered results, and not after", async () => {
  const { leader, communeId } = await province();
  const frameId = await published(leader, textOf(2026));
  const { checksum, yaml } = await readFramePage(leader, { frameId });
  const already = { code: "CONFLICT", key: "indexFrame.published" };
  await expect(saveFrame(leader, { frameId, checksum, yaml })).rejects.toMatchObject(already);
  await expect(discardFrame(leader, { frameId })).rejects.toMatchObject(already);
  await expect(publishFrame(leader, { frameId, checksum })).rejects.toMatchObject(already);

  const back = await withdrawFrame(leader, { frameId });
  expect(back.frameId).not.toBe(frameId);
  expect(await readFramePage(leader, back)).toMatchObject({ state: "draft", yaml, publishedAt: null });
  await expect(withdrawFrame(leader, back)).rejects.toMatchObject({ key: "indexFrame.notPublished" });

  await publishFrame(leader, { frameId: back.frameId, checksum });
  await enter(communeId, back.frameId);
  await expect(withdrawFrame(leader, back)).rejects.toMatchObject({
    code: "CONFLICT",
    key: "indexFrame.entered",
    details: { count: 1 },
  });
  expect((await listFrames(leader)).frames).toMatchObject([{ id: back.frameId, state: "published", entered: 1 }]);
});

/** True once something waits for an advisory lock in this database, false when `work` settles before. */
async function waits(work: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void work.then(() => {
    settled = true;
  });
  while (!settled) {
    const rows = await database.root`
      select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
    if (rows.length > 0) return true;
  }
  return false;
}

it("takes no frame back from under a unit that is entering results, and lets none enter meanwhile", async () => {
  const { leader, communeId, actor } = await province();
  const frameId = await published(leader, textOf(2026));
  const keeper = actor(communeId, "model-keeper");
  const values = { frameId, leaves: [{ leaf: "co-khong", value: 1, note: "", seen: null }] };
  let entering: Promise<unknown> | undefined;
  await inUnit(leader, async (_tx, sql) => {
    await closeFrame(sql, frameId);
    entering = enterIndex(keeper, values).catch((error: unknown) => error);
    expect(await waits(entering)).toBe(true);
  });
  expect(await entering).toEqual({ saved: ["co-khong"] });

  await database.root`delete from index_entry where frame_id = ${frameId}`;
  let taking: Promise<unknown> | undefined;
  await inUnit(keeper, async (_tx, sql) => {
    await holdFrame(sql, frameId);
    taking = withdrawFrame(leader, { frameId }).catch((error: unknown) => error);
    expect(await waits(taking)).toBe(true);
    await sql`
      insert into index_entry (unit_id, frame_id, leaf, points, entered_by)
      values (${communeId}, ${frameId}, 'co-khong', 4, 'x')`;
  });
  expect(await taking).toMatchObject({ key: "indexFrame.entered" });
});

it("a town does not put its frame before the province's once its units have entered results by that", async () => {
  const { leader, townId, communeId, actor } = await province();
  const town = actor(townId);
  const above = await published(leader, textOf(2026));
  const frameId = await drafted(town, textOf(2026, 5));
  await enter(communeId, above);
  const { checksum } = await readFramePage(town, { frameId });
  await expect(publishFrame(town, { frameId, checksum })).rejects.toMatchObject({
    code: "CONFLICT",
    key: "indexFrame.othersEntered",
    details: { count: 1, year: 2026 },
  });
  await published(town, textOf(2027));
});

it("shows what differs from the year before, and which leaves dossiers fill", async () => {
  const { leader } = await province();
  await published(leader, textOf(2025));
  const frameId = await drafted(leader, textOf(2026, 3, "ba"));
  const page = await readFramePage(leader, { frameId });
  expect(page.before?.year).toBe(2025);
  expect(page.before?.changes.map(({ id, what, before, after }) => [id, what, before, after])).toEqual([
    ["mot", "points", 4, 3],
    ["co-khong", "points", 4, 3],
    ["ba", "added", null, 7],
    ["ba-mot", "added", null, 7],
    ["hai", "removed", 6, null],
    ["hai-mot", "removed", 6, null],
  ]);
  // No yardstick judges that year: nothing would fill it.
  expect(page.nodes.at(-1)?.filledBy).toEqual({ ruleId: "dung-hen", title: null });
  const copied = await startFrame(leader, { year: 2027, from: frameId });
  if ("problems" in copied) throw new Error(JSON.stringify(copied.problems));
  expect((await readFramePage(leader, copied)).title).toBe("Khung năm 2027");
});

it("is for who may edit the index of the unit; others read, strangers find nothing", async () => {
  const { leader, provinceId, townId, actor } = await province();
  const frameId = await published(leader, textOf(2026));
  const { checksum, yaml } = await readFramePage(leader, { frameId });
  const acts = (ctx: Ctx): Promise<unknown>[] => [
    startFrame(ctx, { year: 2028, from: "sample" }),
    importFrame(ctx, { yaml: textOf(2028) }),
    saveFrame(ctx, { frameId, checksum, yaml }),
    discardFrame(ctx, { frameId }),
    publishFrame(ctx, { frameId, checksum }),
    withdrawFrame(ctx, { frameId }),
  ];
  const forbidden = { code: "FORBIDDEN" };
  const all = (ctx: Ctx) => Promise.allSettled(acts(ctx));
  const refusals = async (ctx: Ctx) => (await all(ctx)).map((one) => one.status === "rejected" && one.reason);
  const strange = [actor(provinceId, "oversight-officer"), { ...actor(townId), unitId: provinceId }];
  for (const ctx of strange) expect(await refusals(ctx)).toMatchObject(Array(6).fill(forbidden));
  expect((await listFrames(actor(provinceId, "oversight-officer"))).mayEdit).toBe(false);
  const missing = { code: "NOT_FOUND", key: "indexFrame.notFound" };
  const others = [actor(townId), (await province()).leader];
  for (const other of others) expect((await refusals(other)).slice(2)).toMatchObject(Array(4).fill(missing));
  expect((await listFrames(leader)).frames.map(({ id, state }) => [id, state])).toEqual([[frameId, "published"]]);

  await database.root`update unit set valid_to = '2026-07-01' where id = ${provinceId}`;
  expect(await refusals(leader)).toMatchObject(Array(6).fill({ key: "unit.ended" }));
});
