import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { libraryModels } from "@gandan/rulesets/library";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDraft, importYaml } from "./create-draft";
import { discardDraft, editDraft, replaceYaml, undoDraft } from "./edit-draft";
import { installLibrary } from "./install-library";
import { listModels } from "./list-models";
import { diffVersions, exportYaml, listVersions } from "./list-versions";
import { audited, ctxOf, fillCatalogues, unitWith } from "./model-test-unit";
import { publishDraft } from "./publish-draft";
import { checkDraft, readDraft } from "./read-draft";
import { readModel } from "./read-model";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

async function libraryId(slug: string): Promise<string> {
  const [row] = await database.root<{ id: string }[]>`
    select id from model where unit_id = ${OPERATOR_UNIT_ID} and slug = ${slug}`;
  return row!.id;
}

async function draftOf(slug: string, ...args: Parameters<typeof unitWith> extends [unknown, ...infer R] ? R : never) {
  const ctx = await unitWith(database, ...args);
  const draft = await createDraft(ctx, { modelId: await libraryId(slug) });
  return { ctx, ...draft, read: () => readDraft(ctx, { modelId: draft.modelId }) };
}

describe("installLibrary", () => {
  it("writes every library model once", async () => {
    expect(await installLibrary(database, new Date())).toEqual({ installed: [] });
    const rows = await database.root<{ slug: string; rules: string[]; state: string }[]>`
      select m.slug, v.dossier_rule_ids as rules, v.state from model m
      join model_version v on v.unit_id = m.unit_id and v.model_id = m.id where m.unit_id = ${OPERATOR_UNIT_ID}`;
    expect(rows.map(({ slug }) => slug).sort()).toEqual(
      libraryModels()
        .map(({ id }) => id)
        .sort(),
    );
    expect(rows.every(({ state }) => state === "published")).toBe(true);
    expect(rows.find(({ slug }) => slug === "dong-thanh-2024")?.rules).toContain("dung-hen");
    const [child] = await database.root<{ slug: string }[]>`
      select above.slug from model m join model above on above.id = m.extends_model_id where m.slug = 'thac-mo-2023'`;
    expect(child?.slug).toBe("phuoc-long-2023");
  });

  it("gives a changed text a version of its own from that day on", async () => {
    await database.root`
      update model_version v set checksum = 'old' from model m
      where m.unit_id = v.unit_id and m.id = v.model_id and m.slug = 'son-giang-2023'`;
    expect(await installLibrary(database, new Date("2026-12-01T00:00:00Z"))).toEqual({ installed: ["son-giang-2023"] });
    const rows = await database.root<{ version: number; day: string }[]>`
      select v.version, v.effective_from::text as day from model_version v
      join model m on m.unit_id = v.unit_id and m.id = v.model_id where m.slug = 'son-giang-2023' order by 1`;
    expect(rows.map(({ version, day }) => [version, day])).toEqual([
      [1, "2023-08-08"],
      [2, "2026-12-01"],
    ]);
  });
});

describe("drafts", () => {
  it("extends a library model under an id of the unit's own", async () => {
    const { ctx, modelId, version, read } = await draftOf("dong-thanh-2024");
    const draft = await read();
    expect(version).toBe(1);
    expect(draft.yaml).toContain("extends: dong-thanh-2024");
    expect(draft.above?.ownerName).toBe("UBND phường Đông Thanh, thành phố Đông Hà, tỉnh Quảng Trị");
    expect(draft.model.slug).toMatch(/^xa-thu-\d+-2026$/);
    expect(draft.source.slogans.map(({ title }) => title)).toContain("3 không");
    expect(draft.problems).toEqual([]);
    expect(draft.described.unmeasured).toBeGreaterThan(0);
    const again = await createDraft(ctx, { modelId });
    expect(again).toEqual({ modelId, versionId: draft.versionId, version: 1, created: false });
    expect(await audited(ctx)).toEqual(["model.draft"]);
  });

  it("is measured against the library model it came from, by name, until it has a version of its own", async () => {
    const { ctx, modelId, versionId, read } = await draftOf("dong-thanh-2024");
    const first = await read();
    const library = await readModel(ctx, { modelId: await libraryId("dong-thanh-2024") });
    expect(first.base).toEqual({
      versionId: library.version.id,
      version: library.version.version,
      place: "library",
      title: "3 không, 3 biết – phường Đông Thanh",
      ownerName: library.model.ownerName,
      changes: [],
    });
    const values = { max: 0 };
    await editDraft(ctx, {
      versionId,
      checksum: first.checksum,
      edit: { change: "parameters", rule: "bo-sung-mot-lan", values },
    });
    const changed = await read();
    expect(changed.base?.changes.map(({ path }) => path)).toEqual(["rules.bo-sung-mot-lan.max"]);
    const diff = await diffVersions(ctx, { before: library.version.id, after: versionId });
    expect(diff.before).toEqual(changed.base);
    const { origin } = await listVersions(ctx, { modelId });
    expect(origin).toMatchObject({ versionId: library.version.id, place: "library" });
    const stranger = await libraryId("phuoc-long-2023");
    const other = await readModel(ctx, { modelId: stranger });
    await expect(diffVersions(ctx, { before: other.version.id, after: versionId })).rejects.toMatchObject({
      key: "model.notSameModel",
    });
    await publishDraft(ctx, { versionId, checksum: changed.checksum, effectiveFrom: "2026-11-23" });
    await createDraft(ctx, { modelId });
    expect((await read()).base).toMatchObject({ place: "own", version: 1, changes: [] });
  });

  it("changes a parameter, a wording, the criteria, a task, the points and the basis", async () => {
    const { ctx, versionId, read } = await draftOf("phuoc-long-2023");
    const edit = async (change: Parameters<typeof editDraft>[1]["edit"]) => {
      const result = await editDraft(ctx, { versionId, checksum: (await read()).checksum, edit: change });
      expect(result).toMatchObject({ saved: true, problems: [] });
    };
    await edit({ change: "parameters", rule: "thu-xin-loi", values: { signed_by: ["chairman"] } });
    await edit({ change: "wording", of: "commitment", id: "xin-chao", text: "Xin chào Ông/Bà" });
    await edit({ change: "wording", of: "slogan", id: "bon-luon", text: "4 luôn luôn" });
    await edit({ change: "measures", of: "commitment", id: "xin-phep", ids: ["dung-hen"] });
    await edit({ change: "choice", of: "criterion", keep: ["dan-chu-co-so", "giai-quyet-trong-ngay"] });
    await edit({ change: "choice", of: "commitment", keep: ["xin-chao", "xin-phep", "luon-mim-cuoi"] });
    await edit({ change: "task", id: "ky-cam-ket", from: null, due: "2026-12-31", owners: ["Chủ tịch"], products: [] });
    await edit({ change: "points", points: { "diem-xin-loi": 15, "diem-cam-ket": 0 } });
    const document = { title: "Kế hoạch mô hình", number: "12/KH-UBND", date: "2026-11-20" };
    await edit({ change: "basis", title: "4 xin, 4 luôn", summary: null, issuer: "UBND xã Thử", document });
    const { source } = await read();
    expect(source.title).toBe("4 xin, 4 luôn");
    expect(source.issued_by?.document).toEqual(document);
    expect(source.rules["thu-xin-loi"]).toMatchObject({ signed_by: ["chairman"], before: "due" });
    expect(source.slogans.map(({ title, commitments }) => [title, commitments.map(({ text }) => text)])).toEqual([
      ["4 xin", ["Xin chào Ông/Bà", "Xin phép"]],
      ["4 luôn luôn", ["Luôn mỉm cười"]],
    ]);
    expect(source.criteria.map(({ id }) => id)).toEqual(["dan-chu-co-so", "giai-quyet-trong-ngay"]);
    expect(source.timeline.find(({ id }) => id === "ky-cam-ket")).toMatchObject({ due: "2026-12-31" });
    expect(source.scorecard?.lines.map(({ points }) => points).reduce((a, b) => a + b)).toBe(100);
    expect((await audited(ctx)).filter((action) => action === "model.edit")).toHaveLength(9);
  });

  it("takes a slogan, a commitment, a rule and a task in by form, names what came, and shows it against its base", async () => {
    const { ctx, versionId, read } = await draftOf("dong-thanh-2024");
    const edit = async (change: Parameters<typeof editDraft>[1]["edit"]) => {
      const result = await editDraft(ctx, { versionId, checksum: (await read()).checksum, edit: change });
      expect(result).toMatchObject({ saved: true, problems: [] });
      return result.added;
    };
    const slogan = await edit({ change: "add-slogan", title: "2 luôn", text: "Luôn trả lời góp ý", clause: null });
    expect(slogan).toBe("luon-tra-loi-gop-y");
    const text = "Không để dân chờ quá một ngày";
    const id = (await edit({ change: "add-commitment", slogan: "ba-khong", text, clause: "II.1", measures: [] }))!;
    const rule = await edit({
      ...{ change: "add-rule", kind: "dossier.finished-within", title: "Xong trong ngày", clause: null },
      ...{ values: { term: "same-day", when: null }, measures: { of: "commitment", id } },
    });
    const task = { from: null, due: "2026-12-20", owners: ["Văn phòng"], products: [] };
    expect(await edit({ change: "add-task", title: "Sơ kết", clause: null, ...task })).toBe("so-ket");
    await edit({ change: "move", of: "rule", id: rule!, to: "up" });
    await edit({ change: "remove", of: "commitment", id: "khong-phien-ha" });
    const draft = await read();
    expect(draft.described.slogans[0]?.commitments.map((one) => [one.text, one.measures.length])).toEqual([
      ["Không trễ hẹn trong giải quyết thủ tục hành chính", 2],
      ["Không bổ sung hồ sơ quá 1 lần trong giải quyết thủ tục hành chính", 1],
      [text, 1],
    ]);
    expect(draft.base?.changes.map(({ change, path }) => `${change} ${path}`)).toEqual([
      "added slogans.luon-tra-loi-gop-y".replace("luon-tra-loi-gop-y", "2-luon"),
      "removed slogans.ba-khong.commitments.khong-phien-ha",
      `added slogans.ba-khong.commitments.${id}`,
      "added slogans.2-luon.commitments.luon-tra-loi-gop-y",
      "added rules.xong-trong-ngay",
      "added timeline.so-ket",
    ]);
    expect((await audited(ctx)).filter((action) => action === "model.edit")).toHaveLength(6);
  });

  it("gives the text before the last change back, and that change again", async () => {
    const { ctx, versionId, read } = await draftOf("dong-thanh-2024");
    const first = await read();
    expect(first.mayUndo).toBe(false);
    const undo = (checksum: string) => undoDraft(ctx, { versionId, checksum });
    await expect(undo(first.checksum)).rejects.toMatchObject({ code: "CONFLICT", key: "model.nothingToUndo" });
    const edit = { change: "remove", of: "commitment", id: "biet-xin-chao" } as const;
    const { checksum } = await editDraft(ctx, { versionId, checksum: first.checksum, edit });
    await expect(undo(first.checksum)).rejects.toMatchObject({ key: "model.changed" });
    expect(await read()).toMatchObject({ mayUndo: true, base: { changes: [{ change: "removed" }] } });
    expect(await undo(checksum)).toEqual({ saved: true, checksum: first.checksum, problems: [] });
    expect(await read()).toMatchObject({ yaml: first.yaml, source: first.source, base: { changes: [] } });
    await undo(first.checksum);
    expect((await read()).checksum).toBe(checksum);
    expect(await audited(ctx)).toEqual(["model.draft", "model.edit", "model.edit", "model.edit"]);
    await publishDraft(ctx, { versionId, checksum, effectiveFrom: "2026-11-24" });
    await expect(undo(checksum)).rejects.toMatchObject({ key: "model.alreadyPublished" });
  });

  it("does not save what lowers a floor or does not add up, and says where", async () => {
    const { ctx, versionId, read } = await draftOf("phuoc-long-2023");
    const before = await read();
    const { checksum } = before;
    const values = { term: "3 working-days" };
    const floor = await editDraft(ctx, {
      versionId,
      checksum,
      edit: { change: "parameters", rule: "trong-ngay", values },
    });
    expect(floor.saved).toBe(false);
    expect(floor.problems[0]).toMatchObject({ key: "floor-lowered", path: "rules.trong-ngay.term" });
    const gone = await editDraft(ctx, {
      versionId,
      checksum,
      edit: { change: "remove", of: "rule", id: "trong-ngay" },
    });
    expect(gone).toMatchObject({ saved: false, checksum });
    expect(gone.problems.map(({ key }) => key)).toContain("omit-floor");
    const sum = await editDraft(ctx, {
      versionId,
      checksum,
      edit: { change: "points", points: { "diem-xin-loi": 11 } },
    });
    expect(sum.problems.map(({ key }) => key)).toEqual(["score-sum"]);
    expect((await read()).yaml).toBe(before.yaml);
  });

  it("keeps a whole text with its problems, and does not publish it", async () => {
    const { ctx, versionId, read } = await draftOf("dong-thanh-2024");
    const before = await read();
    const yaml = `${before.yaml}rules:\n  dung-hen: { kind: dossier.on-thyme }\n`;
    const saved = await replaceYaml(ctx, { versionId, checksum: before.checksum, yaml });
    expect(saved.problems[0]).toMatchObject({ key: "unknown-rule-kind" });
    expect((await read()).source.title).toBe(before.source.title);
    expect((await checkDraft(ctx, { versionId })).problems).toHaveLength(saved.problems.length);
    await expect(
      publishDraft(ctx, { versionId, checksum: saved.checksum, effectiveFrom: "2026-11-23" }),
    ).rejects.toMatchObject({ key: "model.invalid" });
    const other = before.yaml.replace(/^id: .*$/m, "id: khac-han");
    await expect(replaceYaml(ctx, { versionId, checksum: saved.checksum, yaml: other })).rejects.toMatchObject({
      key: "model.idChanged",
    });
  });

  it("refuses an edit of a text that someone else has changed", async () => {
    const { ctx, versionId, read } = await draftOf("dong-thanh-2024");
    const { checksum } = await read();
    const edit = (text: string) =>
      editDraft(ctx, { versionId, checksum, edit: { change: "wording", of: "slogan", id: "ba-khong", text } });
    await edit("3 không chậm");
    await expect(edit("3 không phiền")).rejects.toMatchObject({ code: "CONFLICT", key: "model.changed" });
  });

  it("is given up, and the model stays", async () => {
    const { ctx, versionId, modelId } = await draftOf("dong-thanh-2024");
    await discardDraft(ctx, { versionId });
    await expect(readDraft(ctx, { modelId })).rejects.toMatchObject({ key: "model.noDraft" });
    expect(await audited(ctx)).toEqual(["model.draft", "model.discard"]);
  });

  it("is denied to those who only read, and to other units", async () => {
    const { ctx, modelId, versionId, read } = await draftOf("dong-thanh-2024");
    const { checksum } = await read();
    const edit = { change: "wording", of: "slogan", id: "ba-khong", text: "Khác" } as const;
    const reader = ctxOf(database, ctx.unitId, ["desk-officer"]);
    expect(await readDraft(reader, { modelId })).toMatchObject({ mayEdit: false, mayPublish: false, mayUndo: false });
    const forbidden = { code: "FORBIDDEN" };
    await expect(createDraft(reader, { modelId })).rejects.toMatchObject(forbidden);
    await expect(editDraft(reader, { versionId, checksum, edit })).rejects.toMatchObject(forbidden);
    await expect(importYaml(reader, { yaml: "x" })).rejects.toMatchObject(forbidden);
    await expect(undoDraft(reader, { versionId, checksum })).rejects.toMatchObject(forbidden);
    await expect(replaceYaml(reader, { versionId, checksum, yaml: "x" })).rejects.toMatchObject(forbidden);
    await expect(discardDraft(reader, { versionId })).rejects.toMatchObject(forbidden);
    await expect(publishDraft(reader, { versionId, checksum, effectiveFrom: "2026-11-24" })).rejects.toMatchObject(
      forbidden,
    );
    const other = await unitWith(database, ["model-keeper"]);
    const hidden = { code: "NOT_FOUND" };
    await expect(readModel(other, { modelId })).rejects.toMatchObject(hidden);
    await expect(readDraft(other, { modelId })).rejects.toMatchObject(hidden);
    await expect(listVersions(other, { modelId })).rejects.toMatchObject(hidden);
    await expect(exportYaml(other, { versionId })).rejects.toMatchObject(hidden);
    await expect(checkDraft(other, { versionId })).rejects.toMatchObject(hidden);
    await expect(editDraft(other, { versionId, checksum, edit })).rejects.toMatchObject(hidden);
    await expect(undoDraft(other, { versionId, checksum })).rejects.toMatchObject(hidden);
    await expect(replaceYaml(other, { versionId, checksum, yaml: (await read()).yaml })).rejects.toMatchObject(hidden);
    await expect(discardDraft(other, { versionId })).rejects.toMatchObject(hidden);
    await expect(publishDraft(other, { versionId, checksum, effectiveFrom: "2026-11-24" })).rejects.toMatchObject(
      hidden,
    );
    expect((await listModels(other)).some(({ id }) => id === modelId)).toBe(false);
    expect((await read()).checksum).toBe(checksum);
  });
});

describe("versions", () => {
  it("differ in words, export what was written and come in again", async () => {
    const { ctx, modelId, versionId, read } = await draftOf("dong-thanh-2024");
    await publishDraft(ctx, { versionId, checksum: (await read()).checksum, effectiveFrom: "2026-11-23" });
    const next = await createDraft(ctx, { modelId });
    expect(next).toMatchObject({ version: 2, created: true });
    const values = { max: 0 };
    const { checksum } = await read();
    await editDraft(ctx, {
      versionId: next.versionId,
      checksum,
      edit: { change: "parameters", rule: "bo-sung-mot-lan", values },
    });
    const diff = await diffVersions(ctx, { before: versionId, after: next.versionId });
    expect(diff.before.changes.map(({ sentence }) => sentence.vi).join()).toContain("trước đây");
    expect((await read()).base).toMatchObject({
      version: 1,
      place: "own",
      changes: [{ path: "rules.bo-sung-mot-lan.max" }],
    });
    const { versions } = await listVersions(ctx, { modelId });
    expect(versions.map(({ version, standing }) => [version, standing])).toEqual([
      [2, "draft"],
      [1, "in-force"],
    ]);
    const { yaml, fileName } = await exportYaml(ctx, { versionId });
    expect(fileName).toMatch(/^xa-thu-\d+-2026-v1\.yaml$/);
    const back = await importYaml(ctx, { yaml });
    expect(back).toMatchObject({ modelId, versionId: next.versionId, created: false });
    expect((await diffVersions(ctx, { before: versionId, after: next.versionId })).before.changes).toEqual([]);
  });

  it("of a unit above can be extended below; not those of a sister", async () => {
    const above = await unitWith(database, ["model-keeper"]);
    const draft = await createDraft(above, { modelId: await libraryId("dong-thanh-2024") });
    const below = await unitWith(database, ["model-keeper"], above.unitId);
    await expect(createDraft(below, { modelId: draft.modelId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { checksum } = await readDraft(above, { modelId: draft.modelId });
    await publishDraft(above, { versionId: draft.versionId, checksum, effectiveFrom: "2026-11-23" });
    const child = await createDraft(below, { modelId: draft.modelId });
    const read = await readDraft(below, { modelId: child.modelId });
    expect(read.above?.ownerName).toMatch(/^Xã Thử/);
    expect(read.base).toMatchObject({ versionId: draft.versionId, place: "above", ownerName: read.above?.ownerName });
    const { origin } = await listVersions(below, { modelId: child.modelId });
    expect(origin?.versionId).toBe(draft.versionId);
    expect((await listModels(below)).map(({ place }) => place).slice(0, 2)).toEqual(["own", "above"]);
    const sister = await unitWith(database, ["model-keeper"]);
    await expect(createDraft(sister, { modelId: draft.modelId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("a text of another unit's model makes a model of one's own, and leaves the other's as it is", async () => {
    const { ctx, modelId, read } = await draftOf("dong-thanh-2024");
    const before = await read();
    const other = await unitWith(database, ["model-keeper"]);
    const taken = await importYaml(other, { yaml: before.yaml.replace(/^title: .*$/m, "title: Của đơn vị khác") });
    if (!("modelId" in taken)) throw new Error("not taken");
    expect(taken).toMatchObject({ version: 1, created: true });
    expect(taken.modelId).not.toBe(modelId);
    expect(await readDraft(other, { modelId: taken.modelId })).toMatchObject({ source: { title: "Của đơn vị khác" } });
    expect(await read()).toEqual(before);
    expect(await audited(ctx)).toEqual(["model.draft"]);
    expect(await audited(other)).toEqual(["model.import"]);
  });

  it("come in from a text; a broken one comes back with its places", async () => {
    const ctx = await unitWith(database, ["model-keeper"]);
    const yaml = "schema: 1\nid: rieng\ntitle: Riêng\nrules:\n  dung-hen: { kind: dossier.on-time }\n";
    const taken = await importYaml(ctx, { yaml });
    expect(taken).toMatchObject({ version: 1, created: true });
    const broken = await importYaml(ctx, { yaml: `${yaml}slogan: []\n` });
    expect(broken).toMatchObject({ problems: [{ key: "unknown-key", line: 6, column: 1 }] });
    expect(await audited(ctx)).toEqual(["model.import"]);
  });
});
