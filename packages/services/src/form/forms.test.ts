import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { readPdf } from "@gandan/documents/official/read-pdf";
import type { DeskDeed } from "@gandan/model/dossier/desk-deed";
import { type PrintForm, changeFormTitles as titlesInput } from "@gandan/model/form/form-inputs";
import { office } from "@gandan/model/settings/office-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actOnDossier } from "../dossier/act-on-dossier";
import {
  actingAt,
  adoptOwn,
  auditLog,
  COPY,
  fillProcedures,
  happened,
  moment,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { receiveDossier } from "../dossier/receive-dossier";
import { ORIGIN, personOf, unitWithDrafts } from "../letter/letter-test-unit";
import { signLetters } from "../letter/sign-letters";
import { changeOffice } from "../settings/change-office";
import { changeFormTitles, readFormTitles } from "./change-form-titles";
import { printForm } from "./print-form";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const TIME = "2026-11-20T08:20";
const env = { key: Buffer.alloc(32, 5), origin: "https://dongha.example" };

/** A dossier taken in at the desk with two papers, and what is then done with it. */
async function received(complete: boolean, ...deeds: [string, DeskDeed][]) {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const ctx = actingAt(database, unitId, TIME);
  const { dossierId, externalCode } = await receiveDossier(ctx, {
    procedure: COPY,
    applicantName: "Nguyễn Văn A",
    channel: "direct",
    papers: ["Tờ khai", "Giấy chứng sinh"],
    complete,
    key: crypto.randomUUID(),
  });
  let seen = complete ? 2 : 1;
  for (const [time, deed] of deeds) {
    ({ seen } = await actOnDossier(actingAt(database, unitId, time), { dossierId, seen, deed }));
  }
  return { unitId, ctx, dossierId, externalCode };
}

type Asked = Omit<PrintForm, "dossierId" | "as">;

async function textOf({ ctx, dossierId }: Awaited<ReturnType<typeof received>>, asked: Asked, time = TIME) {
  const printed = await printForm({ ...ctx, now: moment(time) }, { dossierId, as: "pdf", ...asked }, env);
  const { texts } = await readPdf(printed.bytes);
  return texts
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ");
}

const SUPPLEMENT: DeskDeed = {
  type: "request-supplement",
  papers: ["Giấy đăng ký kết hôn"],
  reason: "Chưa có bản sao",
};

describe("printForm", () => {
  it("prints form 01 with the appointment of its time, under the unit's own words, and logs it", async () => {
    const dossier = await received(true);
    const chairman = actingAt(database, dossier.unitId, TIME, ["chairman"]);
    await changeOffice(chairman, {
      revision: 0,
      office: office.parse({ deskName: "Bộ phận Một cửa", phone: "0233 3852 123", place: "Gio Linh" }),
    });
    const text = await textOf(dossier, { form: "01" });
    for (const part of [
      dossier.externalCode,
      "BỘ PHẬN MỘT CỬA",
      "0233 3852 123",
      "Gio Linh, ngày 20 tháng 11",
      "Giấy chứng sinh",
      "08:20 ngày 26/11/2026",
    ]) {
      expect(text).toContain(part);
    }
    expect((await auditLog(database, dossier.unitId)).at(-1)).toMatchObject({
      action: "dossier.print-form",
      subject: dossier.dossierId,
    });
    await expect(textOf({ ...dossier, ctx: (await received(true)).ctx }, { form: "01" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      key: "dossier.notFound",
    });
    const nobody = { ...dossier.ctx, actor: { ...dossier.ctx.actor, roles: [] } };
    await expect(textOf({ ...dossier, ctx: nobody }, { form: "01" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("prints form 02 of each request by its number, the last when none is named", async () => {
    const dossier = await received(
      true,
      ["2026-11-20T09:00", SUPPLEMENT],
      ["2026-11-23T09:00", { type: "supplement" }],
    );
    const chairman = actingAt(database, dossier.unitId, "2026-11-23T10:00", ["chairman"]);
    await actOnDossier(chairman, {
      dossierId: dossier.dossierId,
      seen: 4,
      deed: { ...SUPPLEMENT, papers: ["Tờ khai có chữ ký"] },
    });
    const first = await textOf(dossier, { form: "02", seq: 3 });
    expect(first).toContain("Giấy đăng ký kết hôn");
    expect(first).toContain("nêu đủ trong một lần");
    const last = await textOf(dossier, { form: "02" });
    expect(last).toContain("Tờ khai có chữ ký");
    expect(last).toContain("lần yêu cầu bổ sung thứ 2");
    expect(last).toContain("ngày 23 tháng 11 năm 2026");
  });

  it("prints form 03 of what was refused, with the papers that go back", async () => {
    const dossier = await received(false, ["2026-11-20T09:00", { type: "refuse", reason: "Không thuộc thẩm quyền" }]);
    const text = await textOf(dossier, { form: "03" });
    for (const part of ["Không thuộc thẩm quyền.", "lúc 09:00 ngày 20/11/2026", "Tờ khai"])
      expect(text).toContain(part);
  });

  it("prints form 05 of what was stopped, to be signed for the committee", async () => {
    const dossier = await received(true, ["2026-11-20T09:00", { type: "stop", reason: "Đất đang có tranh chấp" }]);
    const text = await textOf(dossier, { form: "05" });
    for (const part of ["Đất đang có tranh chấp.", "kể từ 09:00 ngày 20/11/2026", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/Số: +\/TB-UBND/);
  });

  it("prints form 06 from the events, with who passed it on to whom and what was noted later", async () => {
    const dossier = await received(true, ["2026-11-20T10:00", { type: "forward", to: "Lê Thị C" }]);
    const officer = actingAt(database, dossier.unitId, "2026-11-20T16:00");
    await actOnDossier(officer, {
      dossierId: dossier.dossierId,
      seen: 3,
      at: "2026-11-20T11:00",
      deed: { type: "finish" },
    });
    const text = await textOf(dossier, { form: "06" }, "2026-11-20T16:30");
    for (const part of ["Nhận: Lê Thị C", "Trước hạn", "Ghi vào hệ thống lúc 16:00", "đến 16:30 ngày 20/11/2026"]) {
      expect(text).toContain(part);
    }
  });

  it("makes the same form for Word", async () => {
    const { ctx, dossierId } = await received(true);
    const { fileName, bytes } = await printForm(ctx, { dossierId, form: "06", as: "docx" }, env);
    expect(fileName).toMatch(/^phieu-kiem-soat-.+\.docx$/);
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe("PK");
  });
});

describe("form 04", () => {
  const apology = {
    type: "apologised" as const,
    fields: [],
    signer: "vice-chairman" as const,
    cause: "Xác minh chậm",
    newDueAt: moment("2026-11-30T16:00").toISOString(),
    responsible: "Nguyễn Văn B",
  };

  /** A dossier of the provincial system, with an apology. */
  async function apologised(changes: Partial<typeof apology>, applicantName: string | null = "Nguyễn Văn A") {
    const unitId = await newUnit(database.owner);
    const ctx = actingAt(database, unitId, "2026-11-20T10:00");
    const event = happened("2026-11-19T10:00", { ...apology, ...changes });
    await recordAll(ctx, [
      takenIn("H-1", "2026-11-17T08:00", "2026-11-20T17:00", [event], applicantName ? { applicantName } : {}),
    ]);
    const [row] = await database.root<{ id: string }[]>`select id from dossier where unit_id = ${unitId}`;
    return { unitId, ctx, dossierId: row!.id, externalCode: "H-1" };
  }

  it("says the appointment that stood before and the new one, and who signs for whom", async () => {
    const text = await textOf(await apologised({}), { form: "04" });
    for (const part of [
      "hẹn trả kết quả lúc 17:00 ngày 20/11/2026",
      "16:00 ngày 30/11/2026",
      "Xác minh chậm.",
      "KT. CHỦ TỊCH",
      "Nguyễn Văn B",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("Thư xin lỗi");
  });

  it("names the letter of apology by its sign, and is signed as the letter was", async () => {
    const { unitId, desk, chairman, letters } = await unitWithDrafts(database, 1);
    await database.root`update dossier set applicant_name = 'Nguyễn Thị A' where unit_id = ${unitId}`;
    const signer = await personOf(database, unitId, "Trần Văn D", ["chairman"]);
    await changeOffice(chairman, { revision: 0, office: office.parse({ letterSymbol: "XL-UBND" }) });
    await signLetters(signer, { letters }, ORIGIN);
    await changeOffice(chairman, { revision: 1, office: office.parse({ letterSymbol: "KHAC-UBND" }) });
    const [row] = await database.root<{ id: string }[]>`select id from dossier where unit_id = ${unitId}`;
    const text = await textOf({ unitId, ctx: desk, dossierId: row!.id, externalCode: "H-000" }, { form: "04" });
    expect(text).toContain("như đã nêu tại Thư xin lỗi số 01/XL-UBND ngày 20/11/2026");
    expect(text).toContain("hẹn trả kết quả lúc 17:00 ngày 20/11/2026");
    expect(text).toContain("16:00 ngày 26/11/2026");
    expect(text).toMatch(/TM\. ỦY BAN NHÂN DÂN CHỦ TỊCH Trần Văn D/);
  });

  it.each([
    [{ cause: undefined }, "form.missing.cause"],
    [{ newDueAt: undefined }, "form.missing.newDueAt"],
  ] as const)("names what is missing: %o", async (changes, key) => {
    await expect(textOf(await apologised(changes), { form: "04" })).rejects.toMatchObject({ code: "INVALID", key });
  });

  it("names the applicant that nobody entered", async () => {
    await expect(textOf(await apologised({}, null), { form: "04" })).rejects.toMatchObject({
      key: "form.missing.applicantName",
    });
  });

  it("is not there for a dossier without apology", async () => {
    await expect(textOf(await received(true), { form: "04" })).rejects.toMatchObject({ key: "form.notFound" });
  });
});

describe("titles of the forms", () => {
  const OLD = "Phiếu xin lỗi và hẹn lại ngày trả kết quả";
  const input = (revision: number) => titlesInput.parse({ revision, titles: { "06": OLD } });

  it("are the unit's own: printed from then on, audited, and not those of another unit", async () => {
    const dossier = await received(true);
    const chairman = actingAt(database, dossier.unitId, TIME, ["chairman"]);
    await changeFormTitles(chairman, input(0));
    expect(await textOf(dossier, { form: "06" })).toContain(OLD.toUpperCase());
    expect(await auditLog(database, dossier.unitId)).toContainEqual(
      expect.objectContaining({ action: "settings.change", subject: "form-titles" }),
    );
    const other = actingAt(database, await newUnit(database.owner), TIME, ["chairman"]);
    expect((await readFormTitles(other)).value["06"]).toBe("Phiếu kiểm soát quá trình giải quyết hồ sơ");
    await expect(changeFormTitles({ ...other, unitId: dossier.unitId }, input(1))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("are not changed by the desk, nor on a page that somebody has overtaken", async () => {
    const unitId = await newUnit(database.owner);
    await expect(changeFormTitles(actingAt(database, unitId, TIME), input(0))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const chairman = actingAt(database, unitId, TIME, ["chairman"]);
    await changeFormTitles(chairman, input(0));
    await expect(changeFormTitles(chairman, titlesInput.parse({ revision: 0, titles: {} }))).rejects.toMatchObject({
      key: "settings.changed",
    });
  });
});
