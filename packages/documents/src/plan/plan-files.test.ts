import { modelSource } from "@gandan/model/model/model-schema";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readPdf } from "../official/read-pdf";
import { renderDocx } from "../official/render-docx";
import { renderPdf } from "../official/render-pdf";
import { planDocument } from "./plan-document";

const source = modelSource.parse({
  schema: 1,
  id: "m",
  title: "3 không",
  slogans: [
    { id: "s", title: "3 không", commitments: [{ id: "k", text: "Không trễ hẹn", measured_by: ["dung-hen"] }] },
  ],
  rules: { "dung-hen": { kind: "dossier.on-time", title: "Trả đúng hẹn" } },
  forms: [{ id: "f", code: "Mẫu số 1", title: "Bản cam kết", kind: "pledge" }],
  timeline: Array.from({ length: 40 }, (_, at) => ({ id: `viec-${at}`, title: `Việc thứ ${at + 1}`, standing: true })),
});
const draft = planDocument({
  source,
  owner: "Phường Đông Hà",
  date: "2026-11-20",
  draft: true,
  registered: { unit: "phường Đông Hà", procedures: [] },
});

it("lies on its side where its tables are wide, and counts the pages of each annex for itself", async () => {
  const { texts, pictures, pages } = await readPdf((await renderPdf(draft)).bytes);
  const sideways = pictures.map((png) => png.readUInt32BE(16) > png.readUInt32BE(20));
  const first = texts.find(({ text }) => text === "Phụ lục I")?.page ?? 0;
  const second = texts.find(({ text }) => text === "Phụ lục II")?.page ?? 0;
  expect([sideways[0], sideways[first - 1], sideways[second - 1]]).toEqual([false, true, false]);
  const numbers = texts.filter(({ baseline, points }) => baseline < 18 && points === 14);
  // The first page of the plan and of each annex bears none.
  const numbered = Array.from({ length: pages }, (_, at) => numbers.find(({ page }) => page === at + 1)?.text ?? "");
  expect(numbered.slice(0, 2)).toEqual(["", "2"]);
  expect([numbered[first - 1], numbered[second - 1]]).toEqual(["", ""]);
  // The first page of all has the mark under its number, the others above their text.
  const marked = texts.filter(({ text }) => text === "Dự thảo").map(({ page }) => page);
  expect(marked).toEqual(Array.from({ length: pages - 1 }, (_, at) => at + 2));
});

it("is the same in Word: sheets by their side, heads of tables that come again, the mark beside each number", async () => {
  const files = unzipSync(await renderDocx(draft));
  const body = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  expect(body.match(/<w:pgSz [^>]*>/g)?.map((one) => /orient="(\w+)"/.exec(one)?.[1])).toEqual([
    "portrait",
    "landscape",
    "portrait",
  ]);
  expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3);
  expect(body.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(4);
  const heads = Object.entries(files).flatMap(([name, file]) =>
    /header\d+\.xml$/.test(name) ? [strFromU8(file)] : [],
  );
  // Of three sheets the numbered heads, and those of the first pages of both annexes.
  expect(heads.filter((xml) => xml.includes("PAGE") && xml.includes("Dự thảo"))).toHaveLength(3);
  expect(heads.filter((xml) => xml.includes("Dự thảo"))).toHaveLength(5);
});
