import type { LocalDate } from "@gandan/calendar/local-time";
import {
  integrityShares,
  type PublicationSnapshot,
  type PublishedForm,
  type PublishedQuestion,
} from "@gandan/model/publication/publication-snapshot";
import { wilson } from "@gandan/model/score/wilson";
import type { OfficialDocument, Part, Signature } from "../official/official-document";
import { issuerOf, planPlace } from "../plan/plan-head";
import { roman, shortDate } from "../plan/plan-words";

interface PublicationInput {
  /** The unit's name on the day: "Phường Đông Hà". */
  unit: string;
  title: string;
  date: LocalDate;
  period: { from: LocalDate; to: LocalDate };
  snapshot: PublicationSnapshot;
  remark: string;
  /** The clause of the model that wants it published: "III.6.a". */
  clause: string | null;
  /** Of one that corrects another: when that was published, and what was wrong in it. */
  corrects: { date: LocalDate; reason: string } | null;
  signature: Signature;
  /** Not yet signed. */
  draft: boolean;
}

const percent = (share: number) => `${(share * 100).toFixed(1).replace(".", ",")}%`;
const number = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

const LEVELS = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"];

const span = (write: (value: number) => string, low: number, high: number) =>
  write(low) === write(high) ? write(low) : `${write(low)} – ${write(high)}`;

/** "90,0% (87,0% – 92,4%)": the share, and between what and what it lies as chance has it. */
function shareWords({ satisfied }: PublishedQuestion): string {
  if (!satisfied) return "Chưa đủ phiếu";
  const { low, high, n } = satisfied;
  const interval = `${percent(wilson(low, n).low)} – ${percent(wilson(high, n).high)}`;
  return `${span(percent, low / n, high / n)} (${interval})`;
}

/** The number of a level; of levels that are told together it stands at the first, and the others point to it. */
function levelCell({ n, lines }: PublishedQuestion, level: number): string {
  const line = lines.find(({ options }) => options.includes(level));
  if (n === 0 || !line) return "–";
  if (line.options[0] !== level) return "(gộp)";
  return `${span(number, line.low, line.high)}${line.options.length > 1 ? " (gộp)" : ""}`;
}

function levelTable(questions: readonly PublishedQuestion[]): Part[] {
  if (questions.length === 0) return [];
  return [
    {
      type: "table",
      small: true,
      columns: [
        { header: "Nội dung", width: 7 },
        { header: "Số phiếu", width: 2, align: "right" },
        ...LEVELS.map((header) => ({ header, width: 2, align: "right" as const })),
        { header: "Hài lòng và rất hài lòng (khoảng tin cậy 95%)", width: 4, align: "right" },
      ],
      rows: questions.map((question) => [
        question.text,
        question.n === 0 ? "–" : number(question.n),
        ...LEVELS.map((_, i) => levelCell(question, i)),
        shareWords(question),
      ]),
    },
  ];
}

const CHOICES = { "yes-no": ["Không", "Có"] } as const;

function choiceTables(questions: readonly PublishedQuestion[]): Part[] {
  return questions.flatMap((question): Part[] => {
    const { kind, text, options, n, lines } = question;
    const head: Part = { type: "paragraph", runs: [{ text }, { text: n === 0 ? "" : ` (${number(n)} phiếu)` }] };
    if (n === 0) return [head, { type: "paragraph", runs: [{ text: "Chưa đủ phiếu để công bố.", italic: true }] }];
    const names = kind === "yes-no" ? CHOICES["yes-no"] : (options ?? []);
    return [
      head,
      {
        type: "table",
        columns: [
          { header: "Trả lời", width: 8 },
          { header: "Số phiếu", width: 2, align: "right" },
          { header: "Tỷ lệ", width: 2, align: "right" },
        ],
        rows: lines.map(({ options: places, low, high }) => [
          places.map((place) => names[place] ?? "").join(", "),
          span(number, low, high),
          span(percent, low / n, high / n),
        ]),
      },
    ];
  });
}

/** Where the sheets came from, how many of those asked answered, and what is doubtful. */
function sourceWords({ sheets, integrity }: PublishedForm): string {
  const { token, point, tablet, paperMttq, paperStaff, invited, quick, burst, sameDevice } = integrity;
  const { staffEntered, responseRate } = integrityShares(integrity);
  return [
    `Số phiếu trả lời: ${number(sheets)}.`,
    `Phiếu đã nhận: ${number(token)} theo mã của hồ sơ, ${number(point)} quét mã tại nơi tiếp nhận, ${number(tablet)} trên máy tính bảng, ${number(paperMttq)} phiếu giấy do Mặt trận nhập, ${number(paperStaff)} phiếu giấy do cán bộ nhập${staffEntered === null ? "" : ` (${percent(staffEntered)})`}.`,
    ...(responseRate === null ? [] : [`Tỷ lệ trả lời: ${percent(responseRate)} của ${number(invited)} mã đã phát.`]),
    `Phiếu cần thận trọng: ${number(quick)} trả lời quá nhanh, ${number(burst)} dồn dập trong một phút, ${number(sameDevice)} từ cùng một thiết bị.`,
  ].join(" ");
}

function formParts(form: PublishedForm, place: number): Part[] {
  const levels = form.questions.filter(({ kind }) => kind === "level5");
  const others = form.questions.filter(({ kind }) => kind !== "level5");
  const version = form.version > 1 ? `, bản ${form.version}` : "";
  return [
    { type: "heading", level: 2, text: `${roman(place)}. ${form.title.toUpperCase()}${version}` },
    { type: "paragraph", runs: [{ text: sourceWords(form) }], indent: true },
    ...levelTable(levels),
    ...choiceTables(others),
  ];
}

/**
 * What citizens answered in a period, as the unit publishes it (plan 004, III.6.a): each percentage with the number of
 * sheets and the bounds of chance, and never under the name of the official index.
 */
export function publicationDocument(input: PublicationInput): OfficialDocument {
  const { unit, title, date, period, snapshot, remark, clause, corrects } = input;
  const issuer = issuerOf(unit);
  const span = `từ ngày ${shortDate(period.from)} đến hết ngày ${shortDate(period.to)}`;
  const basis = clause ? ` (mục ${clause} của kế hoạch)` : "";
  const note =
    "Kết quả lấy từ phiếu trả lời tự nguyện, không ghi người trả lời; không phải Chỉ số hài lòng SIPAS. Nội dung, mức có quá ít phiếu không được nêu riêng mà gộp lại, chỉ nêu khoảng hoặc bỏ trống, để không ai nhận ra câu trả lời của một người.";
  return {
    language: "vi",
    subject: `${title}, ${issuer}, ${span}`,
    issuer,
    date,
    ...planPlace(issuer, unit, date),
    parentBody: [],
    number: null,
    about: null,
    title: corrects ? "Thông báo đính chính" : "Thông báo",
    summary: `${title} ${span}`,
    addressees: [],
    parts: [
      ...(corrects
        ? [
            {
              type: "paragraph" as const,
              indent: true,
              runs: [
                { text: `Bản này thay bản công bố ngày ${shortDate(corrects.date)}. Lý do đính chính: `, bold: true },
                { text: corrects.reason },
              ],
            },
          ]
        : []),
      {
        type: "paragraph",
        indent: true,
        runs: [
          {
            text: `${issuer} công bố ${title.charAt(0).toLowerCase()}${title.slice(1)}${basis} ${span}. Trong thời gian này đơn vị đã giải quyết xong ${number(snapshot.dossiers)} hồ sơ.`,
          },
        ],
      },
      ...snapshot.forms.flatMap((form, i) => formParts(form, i + 1)),
      ...(remark
        ? [
            {
              type: "heading" as const,
              level: 2 as const,
              text: `${roman(snapshot.forms.length + 1)}. NHẬN XÉT CỦA ĐƠN VỊ`,
            },
            ...remark
              .split(/\n+/)
              .filter(Boolean)
              .map((line): Part => ({ type: "paragraph", indent: true, runs: [{ text: line }] })),
          ]
        : []),
      { type: "paragraph", runs: [{ text: note, italic: true }] },
    ],
    signature: input.signature,
    recipients: ["Niêm yết tại Bộ phận Tiếp nhận và trả kết quả;", "Trang thông tin điện tử;", "Lưu: VT."],
    proof: null,
    ...(input.draft ? { mark: "Dự thảo" } : {}),
  };
}
