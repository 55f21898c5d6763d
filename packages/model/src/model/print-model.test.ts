import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type ModelSource, modelSource } from "./model-schema";
import { printModel } from "./print-model";

/** Texts that YAML likes to misread, among any others. */
const text = fc.oneof(
  fc.string({ minLength: 1, unit: "grapheme" }),
  fc.constantFrom(
    "Không trễ hẹn: trả đúng ngày",
    "- gạch đầu dòng",
    "# không phải chú thích",
    "yes",
    "null",
    "2023",
    "2023-08-08",
    "1.10",
    "{ngoặc}",
    "[ngoặc], phẩy",
    "'nháy' và \"nháy\"",
    "dòng 1\ndòng 2\n",
    "  thụt\tvào ",
    "@khu phố",
    "& | > %",
    "~",
  ),
);
const id = fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}$/);
const ids = fc.array(id, { maxLength: 3 });
const date = fc.constantFrom("2023-08-08", "2024-02-29");
const some = <T>(one: fc.Arbitrary<T>, minLength = 0) => fc.array(one, { maxLength: 3, minLength });
const document = fc.record(
  { title: text, number: text, date: fc.constantFrom("2023", "2023-08", "2023-08-08") },
  { requiredKeys: ["title"] },
);
const recurs = fc.record(
  { every: fc.constantFrom("day", "half-year"), times: fc.integer({ min: 1, max: 4 }), by: some(fc.constant("06-10")) },
  { requiredKeys: ["every"] },
);
const param = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
  ids,
  fc.record({ groups: ids, below: fc.integer() }),
);

const model: fc.Arbitrary<ModelSource> = fc
  .record(
    {
      schema: fc.constant(1),
      id,
      type: fc.constantFrom("model", "yardstick"),
      title: text,
      summary: text,
      extends: id,
      omit: ids,
      sample: fc.boolean(),
      issued_by: fc.record({ unit: text, document }, { requiredKeys: ["unit"] }),
      effective: fc.record({ from: date, to: date }, { requiredKeys: ["from"] }),
      legal_basis: some(document),
      plan: fc.record({ aims: some(text), recipients: some(text) }),
      slogans: some(
        fc.record({
          id,
          title: text,
          commitments: some(
            fc.record({ id, text, detail: some(text), measured_by: ids }, { requiredKeys: ["id", "text"] }),
            1,
          ),
        }),
      ),
      criteria: some(fc.record({ id, title: text, clause: text }, { requiredKeys: ["id", "title"] })),
      rules: fc.dictionary(
        id,
        fc.record(
          {
            kind: text,
            title: text,
            floor: fc.oneof(fc.constant(true as const), ids),
            max: param,
            when: param,
            clause: text,
          },
          { requiredKeys: ["kind"] },
        ),
      ),
      surveys: some(
        fc.record({
          id,
          title: text,
          questions: some(
            fc.record(
              { id, kind: fc.constantFrom("level5", "choice"), text, options: some(text), required: fc.boolean() },
              { requiredKeys: ["id", "kind", "text"] },
            ),
            1,
          ),
        }),
      ),
      timeline: some(
        fc.record(
          {
            id,
            title: text,
            due: date,
            before: fc.boolean(),
            standing: fc.boolean(),
            recurs,
            owners: some(text),
            products: some(text),
          },
          { requiredKeys: ["id", "title"] },
        ),
      ),
      reports: some(fc.record({ id, title: text, to: text, recurs }, { requiredKeys: ["id", "title", "to"] })),
      scorecard: fc.record({
        total: fc.constantFrom(100, 90.5),
        lines: some(
          fc.record({
            id,
            title: text,
            points: fc.constantFrom(10, 2.5),
            measured_by: some(id, 1),
            zero_at: fc.constantFrom(0, 0.5),
          }),
          1,
        ),
      }),
    },
    { requiredKeys: ["schema", "id", "title"] },
  )
  .map((input) => modelSource.parse(input));

/** The same value with the keys of every object turned round, but for the order of rules, which is the model's own. */
function turned(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => turned(one));
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).map(([name, one]) => [name, turned(one, name)]);
  return Object.fromEntries(key === "rules" ? pairs : pairs.reverse());
}

describe("printModel", () => {
  it("gives a text that reads back as the same model", () => {
    fc.assert(
      fc.property(model, (one) => {
        expect(modelSource.parse(parse(printModel(one)))).toEqual(one);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the order of rules, and prints equal models alike whatever the order of their keys", () => {
    fc.assert(
      fc.property(model, (one) => {
        expect(Object.keys(modelSource.parse(parse(printModel(one))).rules)).toEqual(Object.keys(one.rules));
        expect(printModel(turned(one) as ModelSource)).toBe(printModel(one));
      }),
    );
  });

  it("reads as an official would write it", () => {
    const source = modelSource.parse({
      schema: 1,
      id: "ba-khong",
      title: "Mô hình: 3 không",
      sample: false,
      issued_by: {
        unit: "UBND phường Long Phước",
        document: { title: "Kế hoạch", number: "05/KH-UBND", date: "2023" },
      },
      slogans: [
        {
          id: "ba-khong",
          title: "3 không",
          commitments: [{ id: "khong-tre-hen", text: "Không trễ hẹn", measured_by: ["dung-hen"], clause: "II.1.1" }],
        },
      ],
      rules: {
        "dung-hen": { against: "due", clause: "II.1.1", kind: "dossier.on-time" },
        "trong-ngay": {
          when: { weekdays: [1, 5], groups: ["birth"] },
          term: "same-day",
          kind: "dossier.finished-within",
          floor: true,
        },
      },
      timeline: [
        {
          id: "hop",
          title: "Họp triển khai tại các khu phố, mời đại diện các hộ dân và Ban công tác Mặt trận",
          due: "2023-09-01",
          owners: ["Văn phòng – Thống kê", "Tư pháp – Hộ tịch"],
        },
      ],
      reminders: { before_due: ["4 working-hours", "1 working-hours"], weekend: "16:00" },
      scorecard: { lines: [{ id: "a", title: "Đúng hẹn", points: 100, measured_by: ["dung-hen"], full_at: 1 }] },
    });
    expect(printModel(source)).toBe(`schema: 1
id: ba-khong
title: "Mô hình: 3 không"
issued_by: { unit: UBND phường Long Phước, document: { title: Kế hoạch, number: 05/KH-UBND, date: "2023" } }
slogans:
  - id: ba-khong
    title: 3 không
    commitments:
      - { id: khong-tre-hen, text: Không trễ hẹn, clause: II.1.1, measured_by: [ dung-hen ] }
rules:
  dung-hen: { kind: dossier.on-time, against: due, clause: II.1.1 }
  trong-ngay:
    kind: dossier.finished-within
    term: same-day
    when: { groups: [ birth ], weekdays: [ 1, 5 ] }
    floor: true
timeline:
  - id: hop
    title: Họp triển khai tại các khu phố, mời đại diện các hộ dân và Ban công tác Mặt trận
    due: 2023-09-01
    owners:
      - Văn phòng – Thống kê
      - Tư pháp – Hộ tịch
reminders: { before_due: [ 4 working-hours, 1 working-hours ], weekend: 16:00 }
scorecard:
  total: 100
  min_n: 10
  rank_min_n: 100
  lines:
    - { id: a, title: Đúng hẹn, points: 100, measured_by: [ dung-hen ] }
`);
  });
});
