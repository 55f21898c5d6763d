import { randomBytes } from "node:crypto";
import { invitationOf } from "@gandan/auth/survey-token";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { readCode, readTwoCodes } from "@gandan/documents/official/read-code";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, fillProcedures, happened, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { printForm } from "../form/print-form";
import { openMailServer } from "../notice/mail-test-server";
import { openMailer } from "../notice/open-mailer";
import { NOON, ORIGIN, openOffered, refused, unitWithModel } from "./form-test-unit";
import { chooseInvitation } from "./invitation-setting";
import { mailInvitation, printInvitation } from "./invite";
import { listForms } from "./list-forms";
import { closeForm } from "./open-form";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const as = (ctx: UnitCtx, role: Parameters<typeof actingAt>[3]) => actingAt(database, ctx.unitId, NOON, role);
const acts = async ({ unitId }: UnitCtx) => (await auditLog(database, unitId)).map(({ action }) => action);

async function unitWithDossiers() {
  const ctx = await unitWithModel(database);
  await openOffered(ctx);
  const officer = as(ctx, ["desk-officer"]);
  await recordAll(officer, [
    takenIn("H-1", "2026-11-19T08:00", "2026-11-20T16:00", [happened("2026-11-19T15:00", { type: "finished" })]),
    takenIn("H-2", "2026-11-19T09:00", "2026-11-20T16:00"),
  ]);
  const rows = await database.root<{ id: string; code: string }[]>`
    select id, external_code as code from dossier where unit_id = ${ctx.unitId} order by 2`;
  return { ctx, officer, finished: rows[0]!.id, running: rows[1]!.id };
}

describe("invitations", () => {
  const key = randomBytes(32);
  const site = { key, origin: ORIGIN };

  it("hold a token of their dossier, the same however often they are printed", async () => {
    const { ctx, officer, finished } = await unitWithDossiers();
    const files = [];
    for (let times = 0; times < 2; times++) files.push(await printInvitation(officer, { dossierId: finished }, site));
    expect(files[0]?.fileName).toBe("phieu-moi-H-1.pdf");
    const urls = await Promise.all(files.map(({ bytes }) => readCode(bytes)));
    expect(urls[0]).toBe(urls[1]);
    const token = urls[0]?.split("/t/")[1] ?? "";
    const invited = await database.root<{ id: string; dossierId: string; way: string; formSlug: string }[]>`
      select id, dossier_id as "dossierId", way, form_slug as "formSlug" from survey_invitation
      where unit_id = ${ctx.unitId}`;
    expect(invited).toMatchObject([{ dossierId: finished, way: "result", formSlug: "phieu" }]);
    expect(invitationOf(key, ctx.unitId, token)).toBe(invited[0]?.id);
    expect((await acts(ctx)).filter((action) => action === "survey.invite")).toHaveLength(2);
  });

  it("stand on form 01 too, with the token that comes with the result", async () => {
    const { ctx, officer, finished } = await unitWithDossiers();
    await database.root`update dossier set applicant_name = 'Nguyễn Văn A' where id = ${finished}`;
    const print = async () => (await printForm(officer, { dossierId: finished, form: "01", as: "pdf" }, site)).bytes;
    const [, onSlip] = await readTwoCodes(await print());
    expect(onSlip).toContain("/t/");
    expect(await readCode((await printInvitation(officer, { dossierId: finished }, site)).bytes)).toBe(onSlip);
    const invited = await database.root`select way from survey_invitation where unit_id = ${ctx.unitId}`;
    expect(invited).toMatchObject([{ way: "slip" }]);
    await closeForm(ctx, { formId: (await listForms(ctx)).open[0]!.formId });
    expect((await readTwoCodes(await print()))[1]).toBeNull();
  });

  it("come with a result, of the unit's own dossiers, from the desk", async () => {
    const { ctx, officer, finished, running } = await unitWithDossiers();
    await expect(printInvitation(officer, { dossierId: running }, site)).rejects.toMatchObject(
      refused("survey.notFinished"),
    );
    const other = as(await unitWithModel(database), ["desk-officer"]);
    await expect(printInvitation(other, { dossierId: finished }, site)).rejects.toMatchObject(
      refused("dossier.notFound"),
    );
    await expect(printInvitation(as(ctx, ["mttq"]), { dossierId: finished }, site)).rejects.toMatchObject(
      refused("session.forbidden"),
    );
    const { invitation } = await listForms(ctx);
    await expect(chooseInvitation(ctx, { formSlug: "khong-co", revision: 1 })).rejects.toMatchObject(
      refused("survey.formNotOpen"),
    );
    await expect(chooseInvitation(officer, { formSlug: null, revision: 1 })).rejects.toMatchObject(
      refused("session.forbidden"),
    );
    await chooseInvitation(ctx, { formSlug: null, revision: invitation.revision });
    await expect(chooseInvitation(ctx, { formSlug: "phieu", revision: invitation.revision })).rejects.toMatchObject(
      refused("settings.changed"),
    );
    await expect(printInvitation(officer, { dossierId: finished }, site)).rejects.toMatchObject(
      refused("survey.noInvitation"),
    );
  });
});

describe("an invitation by e-mail", () => {
  const key = randomBytes(32);

  it("reaches the citizen with the dossier's token, and its address stands nowhere", async () => {
    const { ctx, officer, finished } = await unitWithDossiers();
    const server = await openMailServer();
    const mailer = openMailer({ url: server.url, from: "Gần Dân <hoi@xa.example>", publicUrl: null });
    const site = { key, origin: ORIGIN, mailer };
    try {
      await mailInvitation(officer, { dossierId: finished, address: "dan@nha.example" }, site);
      const url = await readCode((await printInvitation(officer, { dossierId: finished }, site)).bytes);
      expect(server.received.map(({ to }) => to)).toEqual([["dan@nha.example"]]);
      // Lines of quoted-printable text are broken anywhere.
      const raw = server.received[0]!.raw.replace(/=\r?\n/g, "").replaceAll("=3D", "=");
      expect(raw).toContain(url);
      expect(raw).not.toContain("H-1");
      const [row] = await database.root<{ kept: string }[]>`
        select (select string_agg(a::text, '') from audit_log a) || (select string_agg(i::text, '') from survey_invitation i) as kept`;
      expect(row!.kept).not.toContain("nha.example");
      expect(await database.root`select way from survey_invitation where unit_id = ${ctx.unitId}`).toEqual([
        { way: "e-mail" },
      ]);
      server.refuse.push(550);
      await expect(
        mailInvitation(officer, { dossierId: finished, address: "khong@nha.example" }, site),
      ).rejects.toMatchObject(refused("survey.mailFailed"));
    } finally {
      mailer.close();
      await server.close();
    }
  });

  it("is for the desk, of a dossier with a result, where e-mail is sent", async () => {
    const { ctx, officer, finished, running } = await unitWithDossiers();
    const send = () => Promise.reject(new Error("not reached"));
    const site = { key, origin: ORIGIN, mailer: { send } };
    const to = (dossierId: string) => ({ dossierId, address: "dan@nha.example" });
    const other = as(await unitWithModel(database), ["desk-officer"]);
    await expect(mailInvitation(as(ctx, ["mttq"]), to(finished), site)).rejects.toMatchObject(
      refused("session.forbidden"),
    );
    await expect(mailInvitation(other, to(finished), site)).rejects.toMatchObject(refused("dossier.notFound"));
    await expect(mailInvitation(officer, to(running), site)).rejects.toMatchObject(refused("survey.notFinished"));
    await expect(mailInvitation(officer, to(finished), { ...site, mailer: null })).rejects.toMatchObject(
      refused("survey.noMail"),
    );
    expect((await acts(ctx)).filter((action) => action === "survey.invite")).toEqual([]);
  });
});
