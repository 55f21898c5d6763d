import type { LocalDate } from "@gandan/calendar/local-time";
import type { ModelSource, Task } from "@gandan/model/model/model-schema";
import type { OfficialDocument, Part, Row, Run } from "../official/official-document";
import { planAnnexes, type Registered } from "./plan-annexes";
import { planHead } from "./plan-head";
import { citation, letterOf, roman, timeWords } from "./plan-words";

export interface PlanInput {
  /** The model in full. */
  source: ModelSource;
  /** Whose model it is, where the model does not say who issues it. */
  owner: string;
  /** Day of the version: the year of a plan without date. */
  date: LocalDate;
  draft: boolean;
  /** By the unit that asks for the plan: its own, or that of the plan it follows. */
  registered: Registered;
}

const line = (text: string, mark = "."): Run[] => [{ text: /[.;:!?]$/.test(text) ? text : `${text}${mark}` }];
const items = (texts: readonly string[]): Part => ({
  type: "items",
  items: texts.map((text, at) => line(text, at === texts.length - 1 ? "." : ";")),
});
const paragraph = (runs: Run[]): Part => ({ type: "paragraph", runs });
const heading = (level: 2 | 3 | 4, text: string): Part => ({ type: "heading", level, text });

/** A part of the plan: parts below it are numbered in order; null where the model has nothing for it. */
interface Section {
  title: string;
  parts: ((place: number) => Part[])[];
}

function purpose({ plan }: ModelSource): Section {
  const lists = [
    ["Mục đích", plan?.aims ?? []],
    ["Yêu cầu", plan?.requirements ?? []],
  ] as const;
  return {
    title: "Mục đích, yêu cầu",
    parts: lists
      .filter(([, texts]) => texts.length > 0)
      .map(([title, texts]) => (place) => [heading(3, `${place}. ${title}`), items(texts)]),
  };
}

/** Each slogan with its promises; their explanations below them where the model has any. */
function slogans(source: ModelSource): Section["parts"] {
  return source.slogans.map(({ title, commitments }) => (place) => {
    const named = /^\d/.test(title) ? `Khẩu hiệu “${title}”` : title;
    const explained = commitments.some(({ detail }) => detail.length > 0);
    return [
      heading(3, `${place}. ${named}`),
      ...(explained
        ? commitments.flatMap(({ text, detail }, at) => [
            heading(4, `${place}.${at + 1}. ${text}`),
            ...(detail.length > 0 ? [items(detail)] : []),
          ])
        : [items(commitments.map(({ text }) => text))]),
    ];
  });
}

function criteria({ criteria: all }: ModelSource): Section["parts"] {
  if (all.length === 0) return [];
  const explained = all.some(({ detail }) => detail.length > 0);
  return [
    (place) => [
      heading(3, `${place}. Tiêu chí`),
      ...(explained
        ? all.flatMap(({ title, detail }, at) => [
            heading(4, `${letterOf(at)}) ${title}`),
            ...(detail.length > 0 ? [items(detail)] : []),
          ])
        : [items(all.map(({ title }) => title))]),
    ],
  ];
}

const thousands = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");

interface Tier {
  below?: number;
  share: number;
}

/** How many sheets are asked for by how many dossiers. */
function quotas({ rules }: ModelSource): Section["parts"] {
  const rule = Object.values(rules).find(({ kind }) => kind === "survey.quota");
  const tiers = (rule?.tiers ?? []) as readonly Tier[];
  if (!rule || tiers.length === 0) return [];
  const rows = tiers.map(({ below, share }, at): Row => {
    const from = tiers[at - 1]?.below;
    const room = [from && `từ ${thousands(from)}`, below && `${from ? "đến " : ""}dưới ${thousands(below)}`]
      .filter(Boolean)
      .join(" ");
    return [`${room.charAt(0).toUpperCase()}${room.slice(1)} hồ sơ`, `Từ ${Math.round(share * 100)}% số hồ sơ trở lên`];
  });
  return [
    (place) => [
      heading(3, `${place}. Số lượng phiếu khảo sát`),
      {
        type: "table",
        columns: [
          { header: "Số hồ sơ giao dịch", width: 1 },
          { header: "Số lượng phiếu", width: 1 },
        ],
        rows,
      },
    ],
  ];
}

/** The scorecard; what measures each promise stands in the annex. */
function scoring(source: ModelSource, annex: string): Section["parts"] {
  const card = source.scorecard;
  if (!card) return [];
  const titleOf = (id: string) => source.rules[id]?.title ?? id;
  const points = (number: number) => String(number).replace(".", ",");
  return [
    (place) => [
      heading(3, `${place}. Cách đo và chấm điểm`),
      {
        type: "table",
        columns: [
          { header: "STT", width: 1, align: "center" },
          { header: "Nội dung chấm điểm", width: 6 },
          { header: "Đo bằng", width: 7 },
          { header: `Điểm (tổng ${points(card.total)})`, width: 2, align: "right" },
        ],
        rows: card.lines.map((one, at) => [
          String(at + 1),
          one.title,
          one.measured_by.map(titleOf),
          points(one.points),
        ]),
      },
      paragraph(
        line(
          `Nội dung có dưới ${card.min_n} trường hợp thì ghi “chưa đủ dữ liệu”; dưới ${card.rank_min_n} trường hợp thì không xếp hạng. Cách đo từng điều cam kết, tiêu chí nêu tại ${annex}`,
        ),
      ),
    ],
  ];
}

/** Tasks in the order of their steps, each step under a head of its own; as they stand where the plan has no steps. */
function taskRows(timeline: readonly Task[]): Row[] {
  const steps = [...new Set(timeline.flatMap(({ step }) => step ?? []))].sort((a, b) => a - b);
  let count = 0;
  const row = ({ title, owners, products, ...task }: Task): Row => [
    String(++count),
    title,
    owners.join("; "),
    products.join("; "),
    timeWords(task),
  ];
  const rest = timeline.filter(({ step }) => step === undefined);
  return [
    ...steps.flatMap((step) => [[`Bước ${step}`], ...timeline.filter((task) => task.step === step).map(row)]),
    ...(steps.length > 0 && rest.length > 0 ? [["Nhiệm vụ khác"]] : []),
    ...rest.map(row),
  ];
}

function carryingOut(source: ModelSource): Section {
  const { timeline, reports, plan } = source;
  const parts: Section["parts"] = [];
  if (timeline.length > 0) {
    parts.push((place) => [
      heading(3, `${place}. Nhiệm vụ, phân công và thời gian`),
      {
        type: "table",
        columns: [
          { header: "STT", width: 1, align: "center" },
          { header: "Nhiệm vụ", width: 6 },
          { header: "Thực hiện", width: 4 },
          { header: "Sản phẩm", width: 3.5 },
          { header: "Thời gian", width: 3 },
        ],
        rows: taskRows(timeline),
      },
    ]);
  }
  if (reports.length > 0) {
    parts.push((place) => [
      heading(3, `${place}. Chế độ báo cáo`),
      items(
        reports.map(({ title, to, ...time }) => {
          const when = timeWords(time);
          return `${title}, gửi ${to}${when ? ` (${when.charAt(0).toLowerCase()}${when.slice(1)})` : ""}`;
        }),
      ),
    ]);
  }
  const funding = plan?.funding ?? [];
  if (funding.length > 0) parts.push((place) => [heading(3, `${place}. Kinh phí`), items(funding)]);
  return { title: "Tổ chức thực hiện", parts };
}

/**
 * The plan (Kế hoạch) that a model stands for, in the layout of Nghị định 30/2020: legal basis, why, what is promised and
 * how it is measured, who does what by when, who receives it, and the annexes (measures, registered procedures, forms).
 * Every sentence is the model's own; a section for which it has nothing is left out.
 */
export function planDocument({ source, owner, date, draft, registered }: PlanInput): OfficialDocument {
  const { cited, ...head } = planHead(source, { owner, year: date.slice(0, 4), draft });
  const annexes = planAnnexes(source, registered, cited);
  const first = annexes[0]?.label ?? "";
  const sections: Section[] = [
    purpose(source),
    {
      title: "Nội dung",
      parts: [...slogans(source), ...criteria(source), ...quotas(source), ...scoring(source, first)],
    },
    carryingOut(source),
  ].filter(({ parts }) => parts.length > 0);
  const basis = source.legal_basis;
  return {
    language: "vi",
    date,
    parentBody: [],
    about: null,
    addressees: [],
    proof: null,
    mark: draft ? "Dự thảo" : null,
    ...head,
    parts: [
      ...basis.map((one, at) =>
        paragraph([{ text: `Căn cứ ${citation(one)}${at === basis.length - 1 ? "." : ";"}`, italic: true }]),
      ),
      paragraph(line(`${head.issuer} ban hành ${head.subject} như sau`, ":")),
      ...sections.flatMap(({ title, parts }, at) => [
        heading(2, `${roman(at + 1)}. ${title.toUpperCase()}`),
        ...parts.flatMap((part, place) => part(place + 1)),
      ]),
      paragraph([{ text: `Trên đây là ${head.subject} của ${head.issuer}./.` }]),
    ],
    annexes,
  };
}
