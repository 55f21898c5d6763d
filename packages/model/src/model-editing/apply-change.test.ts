import { describe, expect, it } from "vitest";
import type { AppError } from "../error/app-error";
import { applyChange } from "./apply-change";
import type { ModelChange } from "./model-change";
import { SAMPLE_CHILD, SAMPLE_PARENT, sampleModel } from "./sample-draft";

/** A model of its own: comments, blank lines and an order to keep. */
const OWN = `schema: 1
id: rieng
title: Mô hình riêng
slogans:
  # Hội đồng nhân dân đã thông qua
  - id: ba-biet
    title: 3 biết
    commitments:
      # điều đầu
      - { id: biet-chao, text: Biết chào, measured_by: [dung-hen] }

      # điều hai
      - { id: biet-xin-loi, text: Biết xin lỗi, measured_by: [xin-loi, dung-hen] }
  - id: hai-luon
    title: 2 luôn
    commitments: [{ id: luon-cuoi, text: Luôn cười }]
rules:
  # theo Nghị định
  dung-hen: { kind: dossier.on-time }
  xin-loi: { kind: dossier.apology } # do Chủ tịch ký
timeline:
  - { id: ky, title: Ký cam kết, due: 2026-12-01 }
  - { id: so-ket, title: Sơ kết, due: 2026-12-31 }
legal_basis:
  - { title: Luật Cán bộ }
`;
const parent = sampleModel(SAMPLE_PARENT);
const own = (one: ModelChange) => applyChange(OWN, undefined, one);
const child = (...changes: ModelChange[]) =>
  changes.reduce((text, one) => applyChange(text, parent, one).text, SAMPLE_CHILD);
/** Lines that are only in the one text, marked with the text they are in. */
function lines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}
const commitments = (text: string) =>
  sampleModel(text).slogans.map(({ id, commitments: list }) => [id, ...list.map((one) => one.id)]);

describe("reminders of a draft", () => {
  const usual = { change: "reminders", before_due: ["4 working-hours", "1 working-days"] } as const;
  const set = (to_close: string, weekend: string, before_due: string[] = [...usual.before_due]): ModelChange => ({
    ...usual,
    before_due,
    to_close,
    weekend,
  });

  it("are written as far as they are not the usual, and taken out again", () => {
    const { text } = own(set("2 working-hours", "16:00", []));
    expect(sampleModel(text).reminders).toEqual({ before_due: [], to_close: "2 working-hours" });
    expect(lines(OWN, text).filter((line) => line.startsWith("-"))).toEqual([]);
    expect(sampleModel(own(set("end-of-work", "16:00")).text)).not.toHaveProperty("reminders");
    expect(sampleModel(applyChange(text, undefined, set("end-of-work", "16:00")).text)).not.toHaveProperty("reminders");
  });

  it("go by the extended model where there is one", () => {
    const above = { ...parent, reminders: { weekend: "15:00" } };
    const text = (change: ModelChange) => applyChange(SAMPLE_CHILD, above, change).text;
    expect(text(set("end-of-work", "15:00"))).toBe(SAMPLE_CHILD);
    expect(text(set("end-of-work", "16:00"))).toContain("weekend: 16:00");
  });
});

describe("adding to a draft", () => {
  it("a commitment stands at the end of its slogan, under an id made of its words", () => {
    const change = {
      ...{ change: "add-commitment", slogan: "ba-biet", text: "Biết cảm ơn Ông/Bà đã chờ" },
      ...{ clause: "II.3", measures: ["dung-hen"] },
    } satisfies ModelChange;
    const { text, added } = own(change);
    expect(added).toBe("biet-cam-on-ong-ba-da-cho");
    expect(lines(OWN, text)).toEqual([
      "+      - id: biet-cam-on-ong-ba-da-cho",
      "+        text: Biết cảm ơn Ông/Bà đã chờ",
      "+        clause: II.3",
      "+        measured_by:",
      "+          - dung-hen",
    ]);
    expect(sampleModel(text).slogans[0]?.commitments.at(-1)).toMatchObject({
      clause: "II.3",
      measured_by: ["dung-hen"],
    });
  });

  it("a commitment to a slogan of the extended model takes only the slogan's head over", () => {
    const add = (text: string) =>
      ({ change: "add-commitment", slogan: "ba-khong", text, clause: null, measures: [] }) satisfies ModelChange;
    const text = child(add("Không phiền hà"), add("???"));
    expect(commitments(text)).toEqual([["ba-khong", "khong-tre-hen", "khong-phien-ha", "khong-phien-ha-2", "dieu"]]);
    expect(text).not.toContain("khong-tre-hen");
  });

  it("a slogan comes with its first commitment, which is what to go on with", () => {
    const { text, added } = own({ change: "add-slogan", title: "4 luôn", text: "Luôn lắng nghe", clause: null });
    expect(added).toBe("luon-lang-nghe");
    expect(commitments(text).at(-1)).toEqual(["bon-luon".replace("bon", "4"), "luon-lang-nghe"]);
  });

  it("a rule says only what its kind does not, and measures what it is for", () => {
    const rule = {
      ...{ change: "add-rule", kind: "dossier.apology", title: "Thư xin lỗi", clause: null },
      values: { before: "end-of-due-day", requires: [], signed_by: ["chairman"] },
      measures: null,
    } satisfies ModelChange;
    const { text, added } = own({ ...rule, measures: { of: "commitment", id: "luon-cuoi" } });
    expect(added).toBe("thu-xin-loi");
    expect(sampleModel(text).rules["thu-xin-loi"]).toEqual({
      kind: "dossier.apology",
      title: "Thư xin lỗi",
      before: "end-of-due-day",
      signed_by: ["chairman"],
    });
    expect(sampleModel(text).slogans[1]?.commitments[0]?.measured_by).toEqual(["thu-xin-loi"]);
    const inherited = child({ ...rule, measures: { of: "criterion", id: "tieu-chi" } });
    expect(sampleModel(inherited).criteria[0]?.measured_by).toEqual(["xong-ngay", "thu-xin-loi"]);
    expect(sampleModel(child({ ...rule, title: "Xin lỗi" })).rules["xin-loi-2"]).toBeDefined();
    expect(() => own({ ...rule, kind: "dossier.khac" })).toThrow(
      expect.objectContaining({ key: "model.unknownKind" }) as AppError,
    );
  });

  it("a criterion, a task and a document of the basis", () => {
    expect(child({ change: "add-criterion", title: "Dân hài lòng", clause: "III" })).toBe(
      `${SAMPLE_CHILD}criteria:\n  - id: dan-hai-long\n    title: Dân hài lòng\n    clause: III\n`,
    );
    const task = { change: "add-task", title: "Sơ kết quý", clause: null, from: null, due: "2026-12-20" } as const;
    const text = child({ ...task, owners: ["Văn phòng"], products: ["Báo cáo"] });
    expect(sampleModel(text).timeline.at(-1)).toMatchObject({
      ...{ id: "so-ket-quy", due: "2026-12-20", owners: ["Văn phòng"], products: ["Báo cáo"] },
    });
    const document = { title: "Luật Thanh niên", number: null, issuer: "Quốc hội", date: null };
    const more = own({ change: "add-document", document }).text;
    expect(sampleModel(more).legal_basis).toEqual([
      { title: "Luật Cán bộ" },
      { title: "Luật Thanh niên", issuer: "Quốc hội" },
    ]);
    expect(applyChange(more, undefined, { change: "remove-document", place: 1 }).text).toBe(OWN);
    expect(own({ change: "remove-document", place: 0 }).text).not.toContain("legal_basis");
    expect(() => own({ change: "remove-document", place: 1 })).toThrow("model.entryNotFound");
  });
});

describe("the wording of the plan", () => {
  const lists = (): string[] => [];
  const none = { aims: lists(), requirements: lists(), funding: lists(), recipients: lists() };
  const above = { ...parent, plan: { ...none, aims: ["Phục vụ tốt hơn"], recipients: ["Sở Nội vụ"] } };
  const write = (text: string, some: Partial<typeof none>, from = above) =>
    applyChange(text, from, { change: "plan", ...none, ...some }).text;

  it("is written list by list, and empty ones are not", () => {
    const text = write(OWN, { aims: ["Gần dân"], recipients: ["Lưu: VT"] });
    expect(sampleModel(text).plan).toEqual({ ...none, aims: ["Gần dân"], recipients: ["Lưu: VT"] });
    expect(text).not.toContain("funding");
    expect(applyChange(text, undefined, { change: "plan", ...none }).text).toBe(OWN);
  });

  it("leaves to the extended model what that says anyway, and takes all of it out when told so", () => {
    expect(write(SAMPLE_CHILD, { aims: ["Phục vụ tốt hơn"] })).toBe(SAMPLE_CHILD);
    expect(sampleModel(write(SAMPLE_CHILD, {})).plan).toEqual(none);
  });
});

describe("taking out of a draft", () => {
  it("a commitment goes with its comment, the last of a slogan with the slogan", () => {
    const { text } = own({ change: "remove", of: "commitment", id: "biet-xin-loi" });
    expect(commitments(text)).toEqual([
      ["ba-biet", "biet-chao"],
      ["hai-luon", "luon-cuoi"],
    ]);
    expect(text).toContain("# điều đầu");
    expect(text).not.toContain("# điều hai");
    expect(commitments(own({ change: "remove", of: "commitment", id: "luon-cuoi" }).text)).toHaveLength(1);
  });

  it("what the extended model has is left out, and comes back", () => {
    const gone = child({ change: "remove", of: "commitment", id: "khong-phien-ha" });
    expect(gone).toBe(`${SAMPLE_CHILD}omit:\n  - khong-phien-ha\n`);
    expect(applyChange(gone, parent, { change: "restore", id: "khong-phien-ha" }).text).toBe(SAMPLE_CHILD);
    expect(child({ change: "remove", of: "slogan", id: "ba-khong" })).toContain("omit:\n  - ba-khong\n");
    expect(child({ change: "remove", of: "criterion", id: "tieu-chi" })).toContain("omit:\n  - tieu-chi\n");
  });

  it("a slogan of the extended model stays for a commitment of one's own", () => {
    const add = {
      change: "add-commitment",
      slogan: "ba-khong",
      text: "Không chờ",
      clause: null,
      measures: [],
    } satisfies ModelChange;
    const text = child(add, { change: "choice", of: "commitment", keep: ["khong-cho"] });
    expect(commitments(text)).toEqual([["ba-khong", "khong-cho"]]);
  });

  it("a rule leaves what it measured, own or not", () => {
    const { text } = own({ change: "remove", of: "rule", id: "dung-hen" });
    expect(sampleModel(text).slogans[0]?.commitments.map((one) => one.measured_by)).toEqual([[], ["xin-loi"]]);
    expect(text).toContain("# do Chủ tịch ký");
    const unpointed = child(
      { change: "points", points: { "diem-xong": 0, "diem-xin-loi": 100 } },
      { change: "add-rule", kind: "dossier.on-time", title: "Đúng hẹn", clause: null, values: {}, measures: null },
      { change: "remove", of: "rule", id: "dung-hen" },
      { change: "remove", of: "rule", id: "bo-sung" },
    );
    expect(Object.keys(sampleModel(unpointed).rules)).toEqual(["xong-ngay", "xin-loi"]);
    const floor = child({ change: "remove", of: "rule", id: "xin-loi" });
    expect(() => sampleModel(floor)).toThrow("is a floor");
  });

  it("a task leaves what it measured; nothing else is found under its id", () => {
    const measured = child({ change: "measures", of: "commitment", id: "khong-phien-ha", ids: ["ky-cam-ket"] });
    const { text } = applyChange(measured, parent, { change: "remove", of: "task", id: "ky-cam-ket" });
    expect(sampleModel(text).timeline).toEqual([]);
    expect(sampleModel(text).slogans[0]?.commitments[1]?.measured_by).toEqual([]);
    expect(own({ change: "remove", of: "task", id: "ky" }).text).not.toContain("Ký cam kết");
    for (const of of ["slogan", "commitment", "criterion", "rule", "task"] as const) {
      expect(() => own({ change: "remove", of, id: "khong-co" })).toThrow("model.entryNotFound");
    }
  });
});

describe("moving in a draft", () => {
  const move = (of: Extract<ModelChange, { change: "move" }>["of"], id: string, to: "up" | "down") =>
    ({ change: "move", of, id, to }) as const;

  it("swaps entries of the text with their comments", () => {
    const { text } = own(move("commitment", "biet-xin-loi", "up"));
    expect(commitments(text)[0]).toEqual(["ba-biet", "biet-xin-loi", "biet-chao"]);
    expect(text.indexOf("# điều hai")).toBeLessThan(text.indexOf("id: biet-xin-loi"));
    expect(text.indexOf("# điều đầu")).toBeGreaterThan(text.indexOf("id: biet-xin-loi"));
    expect(commitments(own(move("slogan", "ba-biet", "down")).text).map(([id]) => id)).toEqual(["hai-luon", "ba-biet"]);
    expect(Object.keys(sampleModel(own(move("rule", "xin-loi", "up")).text).rules)).toEqual(["xin-loi", "dung-hen"]);
    expect(sampleModel(own(move("task", "ky", "down")).text).timeline.map(({ id }) => id)).toEqual(["so-ket", "ky"]);
  });

  it("stays at the ends, and names what is not there", () => {
    expect(own(move("commitment", "biet-chao", "up")).text).toBe(OWN);
    expect(own(move("task", "so-ket", "down")).text).toBe(OWN);
    expect(() => own(move("rule", "khong-co", "up"))).toThrow("model.entryNotFound");
    expect(() => applyChange("schema: 1\nid: a\n", undefined, move("rule", "a", "up"))).toThrow("model.invalid");
  });

  it("writes an order of its own where the extended model has another, and keeps to it", () => {
    const once = child(move("commitment", "khong-phien-ha", "up"));
    expect(once).toBe(`${SAMPLE_CHILD}order:\n  - khong-phien-ha\n  - khong-tre-hen\n`);
    expect(commitments(once)[0]).toEqual(["ba-khong", "khong-phien-ha", "khong-tre-hen"]);
    const rules = applyChange(once, parent, move("rule", "bo-sung", "up")).text;
    expect(Object.keys(sampleModel(rules).rules)).toEqual(["xong-ngay", "bo-sung", "xin-loi"]);
    expect(commitments(rules)).toEqual(commitments(once));
    const fewer = applyChange(rules, parent, { change: "remove", of: "commitment", id: "khong-tre-hen" }).text;
    expect(fewer).toContain("order:\n  - khong-phien-ha\n  - xong-ngay\n");
  });

  it("lets new ones of its own change places in the text while nothing else is moved", () => {
    const add = (text: string) =>
      ({ change: "add-commitment", slogan: "ba-khong", text, clause: null, measures: [] }) satisfies ModelChange;
    const text = child(add("Không chờ"), add("Không xa"), move("commitment", "khong-xa", "up"));
    expect(commitments(text)[0]).toEqual(["ba-khong", "khong-tre-hen", "khong-phien-ha", "khong-xa", "khong-cho"]);
    expect(text).not.toContain("order:");
    const higher = child(
      add("Không chờ"),
      move("commitment", "khong-cho", "up"),
      move("commitment", "khong-cho", "up"),
    );
    expect(commitments(higher)[0]).toEqual(["ba-khong", "khong-cho", "khong-tre-hen", "khong-phien-ha"]);
  });
});

describe("naming and counting", () => {
  it("renames what the text or the extended model has", () => {
    const { text } = own({ change: "wording", of: "rule", id: "xin-loi", text: "Thư xin lỗi" });
    expect(lines(OWN, text)).toEqual([
      "-  xin-loi: { kind: dossier.apology } # do Chủ tịch ký",
      "+  xin-loi: { kind: dossier.apology, title: Thư xin lỗi } # do Chủ tịch ký",
    ]);
    const named = child(
      { change: "wording", of: "task", id: "ky-cam-ket", text: "Ký bản cam kết" },
      { change: "wording", of: "criterion", id: "tieu-chi", text: "Tiêu chí một" },
      { change: "wording", of: "rule", id: "bo-sung", text: "Bổ sung một lần" },
    );
    expect(sampleModel(named).timeline[0]).toMatchObject({ title: "Ký bản cam kết", due: "2026-12-31" });
    expect(sampleModel(named).criteria[0]?.title).toBe("Tiêu chí một");
    expect(sampleModel(named).rules["bo-sung"]).toMatchObject({ title: "Bổ sung một lần" });
  });

  it("names a rule with its parameters, and writes nothing when neither changes", () => {
    const change = { change: "parameters", rule: "bo-sung", values: { max: 0 }, title: "Không bổ sung" } as const;
    const text = child(change);
    expect(sampleModel(text).rules["bo-sung"]).toMatchObject({ title: "Không bổ sung", max: 0 });
    expect(applyChange(text, parent, change).text).toBe(text);
  });

  it("changes a task with its name, or leaves the name", () => {
    const task = { change: "task", id: "ky-cam-ket", from: null, due: "2027-01-15" } as const;
    const of = (text: string) => sampleModel(text).timeline[0];
    const base = { ...task, owners: [], products: [] };
    expect(of(child(base))).toMatchObject({ title: "Ký cam kết", due: "2027-01-15" });
    expect(of(child({ ...base, title: "Ký bản cam kết" }))).toMatchObject({ title: "Ký bản cam kết" });
  });

  it("gives a rule that no line counts a line of its own", () => {
    const text = child({ change: "points", points: { "diem-xong": 50 }, rules: { "bo-sung": 10 } });
    expect(sampleModel(text).scorecard).toMatchObject({
      total: 100,
      lines: [
        { id: "diem-xin-loi", points: 40 },
        { id: "diem-xong", points: 50 },
        { id: "diem-bo-sung", title: "Không yêu cầu bổ sung hồ sơ quá 1 lần.", points: 10, measured_by: ["bo-sung"] },
      ],
    });
    const first = own({ change: "points", points: {}, rules: { "dung-hen": 60, "xin-loi": 40 } }).text;
    expect(sampleModel(first).scorecard?.lines).toHaveLength(2);
    expect(() => own({ change: "points", points: {}, rules: { "khong-co": 1 } })).toThrow("model.entryNotFound");
  });
});
