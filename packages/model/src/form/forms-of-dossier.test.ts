import { describe, expect, it } from "vitest";
import type { DossierFact } from "../dossier/dossier-event";
import { FORM_NUMBERS, formsOfDossier } from "./forms-of-dossier";

const received: DossierFact = { type: "received", procedure: "2.000815", channel: "direct", flags: [] };
const apology = { type: "apologised" as const, fields: [], signer: "chairman" as const };
const newDueAt = "2026-11-30T09:00:00.000Z";
const told = (...facts: DossierFact[]) => facts.map((fact, i) => ({ seq: i + 1, fact }));
const missingOf = (fact: DossierFact, name: string | null = "Nguyễn Văn A") =>
  formsOfDossier(name, told(fact)).find(({ seq }) => seq === 1)?.missing;

describe("formsOfDossier", () => {
  it("offers a form for each deed that asks for one, in the order of events, and 06 at the end", () => {
    const facts = told(
      received,
      { type: "accepted", dueAt: newDueAt },
      { type: "supplement-requested", papers: ["Tờ khai"], reason: "Thiếu chữ ký" },
      { type: "supplemented" },
      { ...apology, cause: "Xác minh chậm", newDueAt },
      { type: "supplement-requested", papers: ["Giấy chứng sinh"], reason: "Thiếu bản chính" },
      { type: "stopped", reason: "Có tranh chấp" },
      { type: "closed" },
    );
    expect(formsOfDossier("Nguyễn Văn A", [...facts].reverse())).toEqual([
      { form: "01", seq: 1, missing: [] },
      { form: "02", seq: 3, missing: [] },
      { form: "04", seq: 5, missing: [] },
      { form: "02", seq: 6, missing: [] },
      { form: "05", seq: 7, missing: [] },
      { form: "06", seq: null, missing: [] },
    ]);
  });

  it.each<[string, DossierFact, string[]]>([
    ["a request without papers and reason", { type: "supplement-requested" }, ["papers", "reason"]],
    ["a request of blank papers", { type: "supplement-requested", papers: [" "], reason: "Thiếu" }, ["papers"]],
    ["a refusal without reason", { type: "refused" }, ["reason"]],
    ["a stop whose reason is blank", { type: "stopped", reason: "  " }, ["reason"]],
    ["an apology that says nothing", apology, ["cause", "newDueAt"]],
    ["an apology without new date", { ...apology, cause: "Xác minh chậm" }, ["newDueAt"]],
  ])("says what is missing of %s", (_what, fact, missing) => {
    expect(missingOf(fact)).toEqual(missing);
    expect(missingOf(fact, "  ")).toEqual(["applicantName", ...missing]);
  });

  it("knows a refusal by its own form, and needs no name for the control sheet", () => {
    expect(formsOfDossier(null, told({ type: "refused", reason: "Sai thẩm quyền" }))).toEqual([
      { form: "03", seq: 1, missing: ["applicantName"] },
      { form: "06", seq: null, missing: [] },
    ]);
    expect(FORM_NUMBERS).toHaveLength(6);
  });
});
