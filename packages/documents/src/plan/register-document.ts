import type { LocalDate } from "@gandan/calendar/local-time";
import type { OfficialDocument, Part } from "../official/official-document";
import { issuerOf, planPlace } from "./plan-head";
import { roman, shortDate } from "./plan-words";

/** What one unit answered. */
export interface RegisterEntry {
  name: string;
  state: "adopted" | "declined" | "silent";
  /** The name under which it runs the model. */
  model: string | null;
  /** The words in which it declined. */
  declined: string | null;
  /** Its reply or the document it rests on: "Báo cáo số 35/BC-TTr ngày 27/6/2023". */
  reference: string | null;
  /** Names of the registered procedures. */
  procedures: string[];
}

/** Units of one kind, in order. */
export interface RegisterGroup {
  kind: "office" | "commune";
  entries: RegisterEntry[];
}

interface RegisterInput {
  /** The unit that keeps the register. */
  unit: string;
  on: LocalDate;
  groups: RegisterGroup[];
  /** Of all units, whatever is shown. */
  counts: Record<RegisterEntry["state"], number>;
  /** Only a part of the units is shown. */
  filtered: boolean;
}

const GROUPS: Record<RegisterGroup["kind"], { title: string; unit: string }> = {
  office: { title: "Các cơ quan chuyên môn", unit: "cơ quan" },
  commune: { title: "Ủy ban nhân dân các xã, phường, đặc khu", unit: "xã, phường, đặc khu" },
};

function choice({ state, model, declined, reference }: RegisterEntry): string[] {
  const words =
    state === "adopted"
      ? `Chọn mô hình “${model ?? ""}”`
      : state === "declined"
        ? (declined ?? "Không đăng ký")
        : "Chưa đăng ký";
  return [words, ...(reference ? [`(theo ${reference})`] : [])];
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** "Lưu ý: có 03 cơ quan không đăng ký (A, B, C)"; nothing where all answered with a model. */
function notes({ kind, entries }: RegisterGroup): Part[] {
  const without = [
    ["declined", "không đăng ký mô hình"],
    ["silent", "chưa đăng ký"],
  ] as const;
  return without.flatMap(([state, words]): Part[] => {
    const names = entries.filter((one) => one.state === state).map(({ name }) => name);
    if (names.length === 0) return [];
    const text = `Có ${twoDigits(names.length)} ${GROUPS[kind].unit} ${words} (${names.join("; ")}).`;
    return [
      {
        type: "paragraph",
        runs: [
          { text: "Lưu ý: ", bold: true, italic: true },
          { text, italic: true },
        ],
      },
    ];
  });
}

/**
 * The register of models on a day as plan 190/KH-UBND of Phước Long annexes it: offices and communes apart, each with the
 * model it chose, its reply and the procedures it registered, then who registered none.
 */
export function registerDocument({ unit, on, groups, counts, filtered }: RegisterInput): OfficialDocument {
  const issuer = issuerOf(unit);
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const total = counts.adopted + counts.declined + counts.silent;
  const summary = `Các cơ quan, đơn vị trực thuộc ${issuer}, tính đến ngày ${shortDate(on)}`;
  const said = `Tổng số ${twoDigits(total)} cơ quan, đơn vị: ${twoDigits(counts.adopted)} đã đăng ký, ${twoDigits(counts.declined)} không đăng ký, ${twoDigits(counts.silent)} chưa đăng ký.`;
  return {
    language: "vi",
    subject: `Sổ đăng ký mô hình, ${issuer}, ngày ${shortDate(on)}`,
    issuer,
    date: on,
    ...planPlace(issuer, unit, on),
    parentBody: [],
    number: null,
    about: null,
    title: "Sổ đăng ký mô hình",
    summary,
    addressees: [],
    parts: [
      { type: "paragraph", runs: [{ text: said }] },
      ...(filtered
        ? [
            {
              type: "paragraph" as const,
              runs: [{ text: "Bảng dưới đây chỉ gồm một phần theo bộ lọc đã chọn.", italic: true }],
            },
          ]
        : []),
      ...shown.flatMap((group, at): Part[] => [
        { type: "heading", level: 2, text: `${roman(at + 1)}. ${GROUPS[group.kind].title.toUpperCase()}` },
        {
          type: "table",
          columns: [
            { header: "STT", width: 1, align: "center" },
            { header: "Tên cơ quan, đơn vị", width: 4 },
            { header: "Mô hình", width: 6 },
            { header: "Thủ tục hành chính", width: 6 },
          ],
          rows: group.entries.map((entry, place) => [
            String(place + 1),
            entry.name,
            choice(entry),
            entry.procedures.map((name) => `- ${name}`),
          ]),
        },
        ...notes(group),
      ]),
    ],
    signature: null,
    recipients: [],
    proof: null,
  };
}
