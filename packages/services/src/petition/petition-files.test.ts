import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { SAMPLE_PHOTOS } from "@gandan/model/feedback/sample-photos";
import { listPetitions } from "@gandan/model/petition/petition-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures } from "../dossier/dossier-test-unit";
import { checkPdf } from "./check-pdf";
import { exportPetitions } from "./list-petitions";
import { openFile, openPetition, readPetition } from "./open-petition";
import { fitFile } from "./petition-files";
import { POLICY, petitionUnit, SAID, SENDER, send, typeIn } from "./petition-test-unit";
import { samplePdf } from "./sample-pdfs";
import { barReader } from "./take-step";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const photo = { name: "Ảnh nhà bà Tố Giác.HEIC", bytes: Buffer.from(SAMPLE_PHOTOS.jpeg, "base64") };
const pdf = { name: "C:\\Users\\To Giac\\don\u0000.pdf", bytes: samplePdf() };
const files = [photo, pdf];

describe("files of a petition", () => {
  it("are sealed like its text, by name and content, and opened one by one by named persons, each time logged", async () => {
    const unit = await petitionUnit(database);
    const sent = await send(database, unit, { files });
    const { petitionId } = sent;
    expect(sent.files).toBe(2);
    expect((await readPetition(unit.reader, { petitionId })).files).toBe(2);
    const opened = await openPetition(unit.reader, { petitionId }, POLICY);
    expect(opened.files).toEqual([
      { place: 1, name: "Ảnh nhà bà Tố Giác.jpg", type: "image/jpeg" },
      { place: 2, name: "don.pdf", type: "application/pdf" },
    ]);
    const first = await openFile(unit.reader, { petitionId, place: 1 }, POLICY);
    // The place where it was taken is gone before it is sealed.
    expect(Buffer.from(first.bytes).toString("latin1")).not.toContain("SECRET");
    expect(Buffer.from(SAMPLE_PHOTOS.jpeg, "base64").toString("latin1")).toContain("SECRET");
    const second = await openFile(unit.reader, { petitionId, place: 2 }, POLICY);
    expect([first.type, second.type]).toEqual(["image/jpeg", "application/pdf"]);
    expect(Buffer.from(second.bytes).equals(pdf.bytes)).toBe(true);
    const log = await auditLog(database, unit.unitId);
    expect(log.map(({ action }) => action).filter((action) => action.startsWith("petition.open"))).toEqual([
      "petition.open",
      "petition.open-file",
      "petition.open-file",
    ]);
    const rows = await database.root<{ label: string; content: Buffer }[]>`
      select label, content from petition_file where unit_id = ${unit.unitId}`;
    for (const { label, content } of rows) {
      expect(label).not.toMatch(/Giác|pdf|jpeg/);
      expect(content.includes(Buffer.from("%PDF"))).toBe(false);
      expect(content.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    }
  });

  it("open to nobody else: not to who is not named, barred, or asks the database itself; not beside another petition", async () => {
    const unit = await petitionUnit(database, ["denunciation"]);
    const { petitionId } = await send(database, unit, { files });
    const open = (who: typeof unit.reader, place = 1) => openFile(who, { petitionId, place }, POLICY);
    for (const who of [unit.chairman, unit.stranger]) {
      await expect(open(who)).rejects.toMatchObject({ key: "petition.notNamed" });
    }
    await expect(open(unit.reader, 3)).rejects.toMatchObject({ key: "petition.noFile" });
    await barReader(unit.reader, { petitionId, staffId: unit.second.actor.staffId });
    await expect(open(unit.second)).rejects.toMatchObject({ key: "petition.notFound" });
    const other = await petitionUnit(database);
    await expect(open(other.reader)).rejects.toMatchObject({ key: "petition.notFound" });
    const read = (readerId: string) =>
      inUnit(unit.reader, async (_tx, sql) => {
        await sql.unsafe(`SET LOCAL app.reader_id = '${readerId}'`);
        return (await sql`select 1 from petition_file`).length;
      });
    expect(await read(unit.chairman.actor.staffId)).toBe(0);
    expect(await read(unit.second.actor.staffId)).toBe(0);
    expect(await read(unit.reader.actor.staffId)).toBe(2);
    // Where factors are required the password alone opens none.
    await expect(
      openFile(unit.reader, { petitionId, place: 1 }, { ...POLICY, secondFactor: "required" }),
    ).rejects.toMatchObject({ key: "petition.factorNeeded" });
    // Sealed bytes that were copied to another petition do not open there.
    const { petitionId: elsewhere } = await send(database, unit, { text: `${SAID} Và việc khác.`, files: [photo] });
    await database.root`
      update petition_file set content = (select content from petition_file
        where unit_id = ${unit.unitId} and petition_id = ${petitionId} and place = 1)
      where unit_id = ${unit.unitId} and petition_id = ${elsewhere}`;
    await expect(openFile(unit.reader, { petitionId: elsewhere, place: 1 }, POLICY)).rejects.toThrow();
  });

  it("come with paper that is typed in, too; sent twice they are kept once, and nothing of a form that was refused", async () => {
    const unit = await petitionUnit(database);
    const typed = await typeIn(unit.reader, { files });
    expect((await readPetition(unit.reader, { petitionId: typed.petitionId })).files).toBe(2);
    const countOf = async () => {
      const [row] = await database.root<{ files: number; petitions: number }[]>`
        select (select count(*)::int from petition_file where unit_id = ${unit.unitId}) as files,
          (select count(*)::int from petition where unit_id = ${unit.unitId}) as petitions`;
      return { ...row };
    };
    await typeIn(unit.reader, { files, key: typed.petitionId });
    expect(await countOf()).toEqual({ files: 2, petitions: 1 });
    const page = { name: "don.pdf", bytes: Buffer.from("<html><script>alert(1)</script>") };
    for (const [bad, key] of [
      [page, "petition.fileKind"],
      [{ ...photo, bytes: photo.bytes.subarray(0, 300) }, "petition.fileBroken"],
      [{ ...pdf, bytes: Buffer.concat([pdf.bytes, Buffer.alloc(10 * 1024 * 1024)]) }, "petition.fileTooLarge"],
      [{ ...pdf, bytes: pdf.bytes.subarray(0, -8) }, "petition.fileBroken"],
      [
        { ...pdf, bytes: samplePdf({ catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" }) },
        "petition.fileActive",
      ],
      [{ ...pdf, bytes: samplePdf({ trailer: "/Encrypt 9 0 R" }) }, "petition.fileLocked"],
    ] as const) {
      await expect(send(database, unit, { files: [photo, bad] })).rejects.toMatchObject({ key });
    }
    expect(await countOf()).toEqual({ files: 2, petitions: 1 });
  });
});

describe("a PDF", () => {
  it("is looked into where names hide: written in hex, or packed into a stream of objects", () => {
    expect(checkPdf(samplePdf())).toBeNull();
    expect(checkPdf(samplePdf({ packed: "1 0 << /S /GoTo /D [3 0 R /Fit] >>" }))).toBeNull();
    // A word of the text is no name.
    expect(checkPdf(samplePdf({ catalog: "/Lang (vi JavaScript)" }))).toBeNull();
    expect(checkPdf(samplePdf({ catalog: "/AA << /O << /S /Java#53cript /J#53 (x) >> >>" }))).toBe("fileActive");
    expect(checkPdf(samplePdf({ packed: "1 0 << /S /JavaScript /JS (app.alert(1)) >>" }))).toBe("fileActive");
    expect(checkPdf(samplePdf({ catalog: "/Names << /EmbeddedFiles 9 0 R >>" }))).toBe("fileActive");
    expect(checkPdf(samplePdf({ catalog: "/AA << /O << /S /Launch /F (cmd.exe) >> >>" }))).toBe("fileActive");
  });

  it("is no PDF when it begins or ends as something else", () => {
    expect(checkPdf(Buffer.concat([Buffer.from("<html>"), samplePdf()]))).toBe("fileBroken");
    expect(checkPdf(Buffer.concat([samplePdf(), Buffer.from("<script>")]))).toBe("fileBroken");
    expect(() => fitFile({ name: "x.pdf", bytes: Buffer.from("%PDF-1.4 nothing") })).toThrow(
      expect.objectContaining({ key: "petition.fileBroken" }),
    );
  });
});

describe("the register to print", () => {
  it("holds what the law asks for, of petitions open to the person, and neither what they say nor who sent them", async () => {
    const unit = await petitionUnit(database, ["complaint"]);
    await typeIn(unit.reader, { files, instance: 2 });
    await typeIn(unit.reader, { barred: [unit.named.second] });
    const all = listPetitions.parse({ show: "all" });
    const lines = await exportPetitions(unit.reader, all);
    expect(
      lines.map(({ number, kind, instance, state, nextStep }) => [number, kind, instance, state, nextStep]),
    ).toEqual([
      [1, "complaint", 2, "received", "accepted"],
      [2, "complaint", 1, "received", "accepted"],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${SENDER}|${SAID.slice(0, 10)}|Tổ 3`));
    expect(await exportPetitions(unit.second, all)).toHaveLength(1);
    expect(await exportPetitions(unit.reader, listPetitions.parse({ show: "closed" }))).toEqual([]);
    for (const who of [unit.chairman, unit.stranger]) {
      await expect(exportPetitions(who, all)).rejects.toMatchObject({ key: "petition.notNamed" });
    }
    const log = (await auditLog(database, unit.unitId)).filter(({ action }) => action === "petition.export");
    expect(log).toHaveLength(3);
  });
});
