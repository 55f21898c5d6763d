import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { libraryModel, libraryModels } from "@gandan/rulesets/library";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandTable } from "../command-table";
import { dispatch } from "../dispatch";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gandan-models-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const gandan = (...args: string[]) => dispatch(args, commandTable);
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("gandan model", () => {
  it("lists the library", async () => {
    const { code, data, text } = await gandan("model", "list", "--json");
    expect(code).toBe(0);
    expect((data as { models: unknown[] }).models).toHaveLength(libraryModels().length);
    expect(text).toContain("dong-thanh-2024");
  });

  it("shows promises with what measures them", async () => {
    const { code, text } = await gandan("model", "show", "dong-thanh-2024");
    expect(code).toBe(0);
    expect(text).toContain("Không trễ hẹn trong giải quyết thủ tục hành chính (II.1.1)");
    expect(text).toContain("= dung-hen: Hồ sơ được giải quyết xong");
    const english = await gandan("model", "show", "dong-thanh-2024", "--en");
    expect(english.text).toContain("The dossier is finished no later");
  });

  it("checks a file, its parent beside it", async () => {
    file(
      "goc-rieng.yaml",
      "schema: 1\nid: goc-rieng\ntitle: Gốc\nrules:\n  dung-hen: { kind: dossier.on-time, floor: true }\n",
    );
    const child = file("con.yaml", "schema: 1\nid: con\ntitle: Con\nextends: goc-rieng\n");
    expect(await gandan("model", "check", child)).toMatchObject({ code: 0, data: { valid: true, id: "con" } });
    const broken = file("hong.yaml", "schema: 1\nid: hong\ntitle: Hỏng\nextends: goc-rieng\nomit: [dung-hen]\n");
    const answer = await gandan("model", "check", broken);
    expect(answer).toMatchObject({ code: 1, data: { problems: [{ key: "omit-floor", line: 5, column: 8 }] } });
    expect(answer.text).toContain("hong.yaml:5:8 omit.0");
  });

  it("tells two models apart in words", async () => {
    const text = libraryModel("dong-thanh-2024")!.text.replace("max: 1", "max: 2");
    const { code, text: said } = await gandan("model", "diff", "dong-thanh-2024", file("khac.yaml", text));
    expect(code).toBe(0);
    expect(said).toContain("trước đây “Không yêu cầu bổ sung hồ sơ quá 1 lần”");
    expect((await gandan("model", "diff", "dong-thanh-2024", "dong-thanh-2024")).text).toBe("Không có gì khác.");
  });

  it.each([
    [["model", "check"], 2],
    [["model", "diff", "dong-thanh-2024"], 2],
    [["model", "show", "khong-co"], 1],
    [["evaluate", "dong-thanh-2024"], 2],
    [["evaluate", "dong-thanh-2024", "khong-co.jsonl"], 1],
  ])("%o ends with %i", async (args, code) => {
    expect((await gandan(...args)).code).toBe(code);
  });
});

describe("gandan evaluate", () => {
  const event = (at: string, fact: object) => ({ at: `${at}:00+07:00`, recordedAt: `${at}:00+07:00`, fact });
  const dossier = (code: string, finished: string) =>
    JSON.stringify({
      code,
      events: [
        event("2026-11-09T08:00", { type: "received", procedure: "2.000815", channel: "direct" }),
        event("2026-11-09T08:00", { type: "accepted", dueAt: "2026-11-10T08:00:00+07:00" }),
        event(finished, { type: "finished" }),
      ],
    });

  it("judges each line and counts", async () => {
    const facts = file("facts.jsonl", `${dossier("A", "2026-11-09T15:00")}\n\n${dossier("B", "2026-11-11T09:00")}\n`);
    const { code, data } = await gandan("evaluate", "dong-thanh-2024", facts, "--as-of", "2026-11-20");
    expect(code).toBe(0);
    expect(data).toMatchObject({
      model: "dong-thanh-2024",
      dossiers: [
        { code: "A", outcomes: { "dung-hen": { outcome: "met" }, "thu-xin-loi": { outcome: "not-applicable" } } },
        { code: "B", outcomes: { "dung-hen": { outcome: "missed" }, "thu-xin-loi": { outcome: "missed" } } },
      ],
      indicators: { "dung-hen": { met: 1, missed: 1, pending: 0, notApplicable: 0 } },
    });
  });

  it("names the lines it cannot read", async () => {
    const facts = file("bad.jsonl", `${dossier("A", "2026-11-09T15:00")}\n{"code":"B"}\nkhông\n`);
    const { code, data } = await gandan("evaluate", "dong-thanh-2024", facts);
    expect(code).toBe(1);
    expect(data).toMatchObject({ problems: [{ line: 2, path: "events" }, { line: 3 }] });
    expect((await gandan("evaluate", "dong-thanh-2024", facts, "--as-of", "hôm qua")).code).toBe(2);
  });
});
