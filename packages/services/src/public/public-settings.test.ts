import type { Role } from "@gandan/auth/roles";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { SAMPLE_PHOTOS } from "@gandan/model/feedback/sample-photos";
import { changePublicFace } from "@gandan/model/public/public-face";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actingAt, auditLog, COPY, fillProcedures } from "../dossier/dossier-test-unit";
import { changeSeal, readSealFile } from "./change-seal";
import { confirmHost, listHosts } from "./confirm-host";
import { changeGuide, listGuides } from "./keep-guides";
import { askHost, dropHost, findHost } from "./keep-hosts";
import { changeFace, readFace } from "./public-settings";
import { anybodyAt, publicUnitIn } from "./public-test-unit";
import { readPublicUnit } from "./public-unit";
import { readContact } from "./read-contact";
import { watchPublicChanges } from "./watch-public-changes";

const NOW = "2026-11-20T09:00";
const PNG = Buffer.from(SAMPLE_PHOTOS.png, "base64");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const face = (revision: number, values: object) => changePublicFace.parse({ revision, face: values });
const as = (unitId: string, ...roles: Role[]) => actingAt(database, unitId, NOW, roles);
const anybody = () => anybodyAt(database, NOW);
const actions = async (unitId: string) => (await auditLog(database, unitId)).map(({ action }) => action);

async function newChairman() {
  const unit = await publicUnitIn(database);
  return { ...unit, chairman: as(unit.unitId, "chairman") };
}

/** Everything that can be changed, as one who must not tries it. */
const changes = (unitId: string, ...roles: Role[]) => {
  const ctx = as(unitId, ...roles);
  return [
    changeFace(ctx, face(0, { hotline: "113 113 113" })),
    changeSeal(ctx, { file: PNG }),
    askHost(ctx, { host: "la.gov.vn" }),
    dropHost(ctx, { host: "la.gov.vn" }),
    changeGuide(ctx, { code: COPY, revision: 0, papers: "Bản chính", fee: "", note: "" }),
  ];
};

describe("what citizens see", () => {
  it("is changed as it was seen, audited with what it was, and shown", async () => {
    const { unitId, slug, chairman } = await newChairman();
    const leaders = "Nguyễn Văn A, Chủ tịch UBND, 0233 3852 123";
    await changeFace(
      chairman,
      face(0, { hotline: "0233 3852 999", leaders, receptionWeekday: "4", accent: "#1b5e20" }),
    );
    await expect(changeFace(chairman, face(0, { hotline: "114 114 114" }))).rejects.toMatchObject({
      key: "settings.changed",
    });
    expect(await readFace(chairman)).toMatchObject({ revision: 1, mayChange: true, dutyMet: true });
    expect(await readPublicUnit(anybody(), { slug })).toMatchObject({
      phone: "0233 3852 999",
      colours: { light: { accent: "#1b5e20" } },
    });
    const contact = await readContact(anybody(), { slug });
    expect(contact.leaders).toEqual([{ name: "Nguyễn Văn A", title: "Chủ tịch UBND", phone: "0233 3852 123" }]);
    expect(contact.days[0]).toMatchObject({ day: "2026-12-03" });
    expect(await actions(unitId)).toEqual(["settings.change"]);
  });

  it.each([["desk-officer"], ["mttq"], ["inspector"], ["oversight-leader"]] as const)(
    "is not changed by %s",
    async (role) => {
      const { unitId } = await publicUnitIn(database);
      const refused = expect.objectContaining({
        status: "rejected",
        reason: expect.objectContaining({ code: "FORBIDDEN" }),
      });
      expect(await Promise.allSettled(changes(unitId, role))).toEqual(Array(5).fill(refused));
      expect(await actions(unitId)).toEqual([]);
    },
  );

  it("is not changed from another unit, nor in one that has ended", async () => {
    const { unitId, chairman } = await newChairman();
    const other = await publicUnitIn(database);
    const foreign = { ...chairman, unitId: other.unitId };
    await expect(changeFace(foreign, face(0, { hotline: "113 113 113" }))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(readFace(foreign)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await changeFace(chairman, face(0, { hotline: "113 113 113" }));
    expect(await readFace(as(other.unitId, "chairman"))).toMatchObject({ revision: 0, value: { hotline: "" } });
    const ended = await publicUnitIn(database, { validTo: "2026-07-01" });
    const tried = await Promise.allSettled(changes(ended.unitId, "chairman"));
    expect(tried.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
    expect(await actions(ended.unitId)).toEqual([]);
    expect(await actions(unitId)).toEqual(["settings.change"]);
  });

  it("lets every process go of what it keeps of the unit, when the change holds", async () => {
    const { unitId, chairman } = await newChairman();
    const heard: (string | null)[] = [];
    watchPublicChanges({ app: database.app, oversight: database.oversight }, (changed) => heard.push(changed));
    await vi.waitFor(() => expect(heard).toEqual([null]), { timeout: 5000 });
    await expect(changeFace(chairman, face(7, { hotline: "113 113 113" }))).rejects.toThrow();
    await changeFace(chairman, face(0, { hotline: "113 113 113" }));
    await vi.waitFor(() => expect(heard).toEqual([null, unitId]), { timeout: 5000 });
  });
});

describe("the emblem", () => {
  it("is a picture by its content, without what stood beside it, until it is taken away", async () => {
    const { unitId, slug, chairman } = await newChairman();
    await changeSeal(chairman, { file: PNG });
    const { bytes, mediaType, hash } = await readSealFile(anybody(), { slug });
    expect(mediaType).toBe("image/png");
    expect(Buffer.from(bytes).includes("SECRET")).toBe(false);
    expect(await readPublicUnit(anybody(), { slug })).toMatchObject({ seal: hash });
    const other = await publicUnitIn(database);
    await expect(readSealFile(anybody(), { slug: other.slug })).rejects.toMatchObject({ key: "public.noSeal" });
    await changeSeal(chairman, { file: null });
    await expect(readSealFile(anybody(), { slug })).rejects.toMatchObject({ key: "public.noSeal" });
    expect(await actions(unitId)).toEqual(["public.seal", "public.seal"]);
  });

  it.each([
    ["a page that calls itself a picture", Buffer.from("<svg onload=alert(1)>"), "public.sealKind"],
    [
      "a script behind the sign of a picture",
      Buffer.concat([PNG.subarray(0, 40), Buffer.from("<script>")]),
      "public.sealBroken",
    ],
    ["nothing", Buffer.alloc(0), "public.sealKind"],
    ["too much", Buffer.concat([PNG, Buffer.alloc(400_000)]), "public.sealLarge"],
  ])("is not %s", async (_what, file, key) => {
    const { unitId, chairman } = await newChairman();
    await expect(changeSeal(chairman, { file })).rejects.toMatchObject({ key });
    expect(await actions(unitId)).toEqual([]);
  });
});

describe("a host name", () => {
  it("counts when an operator has confirmed it, for one unit alone", async () => {
    const { unitId, slug, chairman } = await newChairman();
    const other = await newChairman();
    await askHost(chairman, { host: "xuanlap.gov.vn" });
    expect(await findHost(anybody(), { host: "xuanlap.gov.vn" })).toBeNull();
    // Whoever asks first takes nothing from whose name it is.
    await askHost(other.chairman, { host: "xuanlap.gov.vn" });
    const operator = { ownerUrl: database.url, by: "operator a", now: chairman.now };
    const host = "xuanlap.gov.vn";
    expect(await listHosts(operator)).toMatchObject([
      { host, confirmed: false },
      { host, confirmed: false },
    ]);
    await expect(confirmHost(operator, { host })).rejects.toMatchObject({ key: "public.hostsSeveral" });
    await expect(confirmHost(operator, { host: "la.gov.vn" })).rejects.toMatchObject({ key: "public.noHost" });
    await confirmHost(operator, { host, slug });
    await expect(confirmHost(operator, { host, slug: other.slug })).rejects.toMatchObject({ key: "public.hostKnown" });
    expect(await findHost(anybody(), { host: "XuanLap.gov.vn:443" })).toEqual({ slug });
    expect(await readPublicUnit(anybody(), { slug })).toMatchObject({ origin: "https://xuanlap.gov.vn" });
    const third = await newChairman();
    await expect(askHost(third.chairman, { host: "xuanlap.gov.vn" })).rejects.toMatchObject({
      key: "public.hostKnown",
    });
    await expect(dropHost(third.chairman, { host: "xuanlap.gov.vn" })).rejects.toMatchObject({ key: "public.noHost" });
    await dropHost(chairman, { host: "xuanlap.gov.vn" });
    expect(await findHost(anybody(), { host: "xuanlap.gov.vn" })).toBeNull();
    expect(await actions(unitId)).toEqual(["public.host-ask", "public.host-confirm", "public.host-drop"]);
  });

  it("cannot be confirmed by the site itself", async () => {
    const { unitId } = await newChairman();
    await expect(
      database.app.sql.begin(async (sql) => {
        await sql.unsafe(`set local app.unit_id = '${unitId}'`);
        await sql`insert into unit_host (unit_id, host, asked_at, asked_by, confirmed_at)
          values (${unitId}, 'la.gov.vn', now(), 'a', now())`;
      }),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("papers of a procedure", () => {
  it("are written as they were seen, and found by the words of its name", async () => {
    const { unitId, chairman } = await newChairman();
    const guide = { code: COPY, papers: "Bản chính", fee: "", note: "" };
    await changeGuide(chairman, { ...guide, revision: 0 });
    await expect(changeGuide(chairman, { ...guide, revision: 0, fee: "1" })).rejects.toMatchObject({
      key: "settings.changed",
    });
    await changeGuide(chairman, { ...guide, revision: 1, fee: "2.000 đồng/trang" });
    const { guides } = await listGuides(chairman, { q: "chung thuc" });
    expect(guides).toMatchObject([{ code: COPY, papers: "Bản chính", fee: "2.000 đồng/trang", revision: 2 }]);
    await expect(changeGuide(chairman, { ...guide, code: "9", revision: 0 })).rejects.toMatchObject({
      key: "public.noProcedure",
    });
    expect(await actions(unitId)).toEqual(["public.guide", "public.guide"]);
  });
});
