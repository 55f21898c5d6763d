import { describe, expect, it } from "vitest";
import { loadModel } from "../model/load-model";
import { modelSource, surveyForm } from "../model/model-schema";
import { printModel } from "../model/print-model";
import { commitmentsForm } from "./commitments-form";

const model = modelSource.parse({
  schema: 1,
  id: "bon-luon",
  title: "4 luôn",
  slogans: [
    {
      id: "bon-luon",
      title: "4 luôn",
      commitments: [
        { id: "mim-cuoi", text: "Luôn mỉm cười." },
        { id: "dung-gio", text: "Luôn đúng giờ", measured_by: ["dung-hen"] },
        { id: "lang-nghe", text: "Luôn lắng nghe", measured_by: ["cau-hoi"] },
        { id: "so-sach", text: "Luôn ghi sổ", measured_by: ["so-tiep-dan"] },
      ],
    },
    {
      id: "ba-biet",
      title: "3 biết",
      commitments: [
        { id: "xin-loi", text: "Biết xin lỗi", measured_by: ["dung-hen"] },
        { id: "cuoi-nua", text: "luôn mỉm cười" },
      ],
    },
  ],
  rules: { "dung-hen": { kind: "dossier.on-time" } },
  evidence: [{ id: "so-tiep-dan", title: "Sổ tiếp dân" }],
  surveys: [{ id: "phieu", title: "Phiếu", questions: [{ id: "cau-hoi", kind: "level5", text: "Lắng nghe?" }] }],
});

describe("commitmentsForm", () => {
  it("asks once about what neither a rule nor a question measures, evidence or not", () => {
    const form = commitmentsForm(model);
    expect(form?.questions.map(({ commitment, text }) => [commitment, text])).toEqual([
      ["mim-cuoi", "Chúng tôi hứa “Luôn mỉm cười”. Ông/Bà hài lòng ở mức nào?"],
      ["so-sach", "Chúng tôi hứa “Luôn ghi sổ”. Ông/Bà hài lòng ở mức nào?"],
    ]);
    expect(form?.sections?.map(({ id }) => id)).toEqual(["bon-luon"]);
  });

  it("is a form that a model could hold", () => {
    const form = commitmentsForm(model);
    expect(surveyForm.parse(form)).toEqual(form);
    const text = printModel({ ...model, surveys: [...model.surveys, form!] });
    expect(loadModel(text, { file: "mo-hinh.yaml" })).toMatchObject({ model: { id: "bon-luon" } });
  });

  it("is none where all is measured", () => {
    expect(commitmentsForm({ ...model, slogans: [] })).toBeNull();
    const [asked] = commitmentsForm({ ...model, slogans: model.slogans.slice(1) })?.questions ?? [];
    expect(asked?.commitment).toBe("cuoi-nua");
  });
});
