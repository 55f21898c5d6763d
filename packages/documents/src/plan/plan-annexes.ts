import type { ModelSource } from "@gandan/model/model/model-schema";
import { describeModel, type Measure } from "@gandan/model/model-editing/describe-model";
import { orderedQuestions } from "@gandan/model/survey/asked-questions";
import { formSheet } from "@gandan/model/survey/form-sheet";
import type { Annex, Part, Row } from "../official/official-document";
import { roman } from "./plan-words";

/** A procedure that the unit registered under the model, with what for. */
export interface RegisteredProcedure {
  code: string;
  name: string;
  modes: ("same-day" | "no-friday-carry-over")[];
}

/** What a unit registered under the model it runs. */
export interface Registered {
  unit: string;
  procedures: RegisteredProcedure[];
}

type Survey = ModelSource["surveys"][number];
type Question = Survey["questions"][number];
type Unplaced = Omit<Annex, "label" | "reference">;

const MEASURE: Record<Measure["type"], string> = {
  rule: "Quy tắc",
  question: "Câu hỏi khảo sát",
  evidence: "Tài liệu kiểm chứng",
  task: "Nhiệm vụ",
};
const MODES = { "same-day": "Trả kết quả trong ngày", "no-friday-carry-over": "Thứ Sáu không hẹn qua tuần" };
const LEVELS = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng"];

const measureLines = (measures: readonly Measure[]) =>
  measures.length > 0 ? measures.map(({ type, title }) => `${MEASURE[type]}: ${title}`) : ["Chưa có cách đo"];

/** Each promise and criterion with what measures it, and each rule in words. */
function measures(source: ModelSource): Unplaced | null {
  const { slogans, criteria, rules } = describeModel(source, "vi");
  let count = 0;
  const row = (text: string, measured: readonly Measure[]): Row => [String(++count), text, measureLines(measured)];
  const promises: Row[] = [
    ...slogans.flatMap(({ title, commitments }) => [[title], ...commitments.map((one) => row(one.text, one.measures))]),
    ...(criteria.length > 0 ? [["Tiêu chí"], ...criteria.map((one) => row(one.title, one.measures))] : []),
  ];
  if (promises.length === 0 && rules.length === 0) return null;
  const parts: Part[] = [];
  const part = (text: string, ...more: Part[]) => {
    const place = parts.filter(({ type }) => type === "heading").length + 1;
    parts.push({ type: "heading", level: 3, text: `${place}. ${text}` }, ...more);
  };
  if (promises.length > 0) {
    part("Điều cam kết, tiêu chí và cách đo", {
      type: "table",
      columns: [
        { header: "STT", width: 1, align: "center" },
        { header: "Điều cam kết, tiêu chí", width: 8 },
        { header: "Đo bằng", width: 11 },
      ],
      rows: promises,
    });
  }
  if (rules.length > 0) {
    part("Quy tắc", {
      type: "table",
      columns: [
        { header: "STT", width: 1, align: "center" },
        { header: "Quy tắc", width: 8 },
        { header: "Yêu cầu", width: 11 },
      ],
      rows: rules.map(({ title, sentence }, at) => [String(at + 1), title, sentence ?? ""]),
    });
  }
  if (source.evidence.length > 0) {
    part("Tài liệu kiểm chứng", { type: "items", items: source.evidence.map(({ title }) => [{ text: `${title}.` }]) });
  }
  return { title: "Tiêu chí và cách đo", landscape: true, parts };
}

function procedures({ unit, procedures: registered }: Registered): Unplaced | null {
  if (registered.length === 0) return null;
  return {
    title: `Danh mục thủ tục hành chính ${unit} đăng ký thực hiện`,
    landscape: false,
    parts: [
      {
        type: "table",
        columns: [
          { header: "STT", width: 1, align: "center" },
          { header: "Mã", width: 2 },
          { header: "Tên thủ tục hành chính", width: 7 },
          { header: "Đăng ký", width: 4 },
        ],
        rows: registered.map(({ code, name, modes }, at) => [
          String(at + 1),
          code,
          name,
          modes.map((mode) => MODES[mode]),
        ]),
      },
    ],
  };
}

function forms(source: ModelSource): Unplaced | null {
  if (source.forms.length === 0) return null;
  const numbered = source.forms.some(({ code }) => code !== undefined);
  return {
    title: "Danh mục biểu mẫu",
    landscape: false,
    parts: [
      {
        type: "table",
        columns: [
          { header: numbered ? "Ký hiệu" : "STT", width: 2, align: "center" },
          { header: "Tên biểu mẫu", width: 10 },
        ],
        rows: source.forms.map(({ code, title }, at) => [numbered ? (code ?? "") : String(at + 1), title]),
      },
    ],
  };
}

/** "Trả lời nếu câu 1 là: …", for what is asked only after an answer. */
function conditionText(when: Question["asked_when"], ordered: readonly Question[]): string | null {
  const at = ordered.findIndex(({ id }) => id === when?.question);
  const question = ordered[at];
  if (!when || !question) return null;
  const answers = when.answer.map((answer) => {
    if (typeof answer === "boolean") return answer ? "Có" : "Không";
    return (question.kind === "level5" ? LEVELS.toReversed() : (question.options ?? []))[answer - 1] ?? "";
  });
  return `Trả lời nếu câu ${at + 1} là: ${answers.join(", ")}.`;
}

/** What is answered by a mark in one of five columns stands in one table, the rest in another. */
function questionTable(questions: readonly Question[], ordered: readonly Question[]): Part {
  const levels = questions[0]?.kind === "level5";
  const head = [
    { header: "STT", width: 1, align: "center" as const },
    { header: "Nội dung", width: levels ? 6 : 8 },
  ];
  return {
    type: "table",
    columns: levels
      ? [...head, ...LEVELS.map((header) => ({ header, width: 1.7, align: "center" as const }))]
      : [...head, { header: "Trả lời", width: 7 }],
    rows: questions.map((question) => {
      const { kind, text, options, asked_when } = question;
      const condition = conditionText(asked_when, ordered);
      return [
        String(ordered.indexOf(question) + 1),
        condition === null ? text : [text, condition],
        ...(levels
          ? LEVELS.map(() => "")
          : [kind === "yes-no" ? ["□ Có", "□ Không"] : (options ?? []).map((one) => `□ ${one}`)]),
      ];
    }),
  };
}

/** The questions of a part of a form, in as many tables as the kinds of answers change. */
function questionTables(questions: readonly Question[], ordered: readonly Question[]): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < questions.length; ) {
    const isLevel = questions[from]?.kind === "level5";
    const end = questions.findIndex((one, at) => at > from && (one.kind === "level5") !== isLevel);
    const run = questions.slice(from, end < 0 ? undefined : end);
    parts.push(questionTable(run, ordered));
    from += run.length;
  }
  return parts;
}

function survey(form: Survey): Unplaced {
  const { title, code, audience, sections = [] } = form;
  const parts: Part[] = [];
  if (audience) parts.push({ type: "paragraph", runs: [{ text: "Đối tượng: ", bold: true }, { text: audience }] });
  const ordered = orderedQuestions(form);
  for (const { id, title: heading, questions } of formSheet(form, "vi").parts) {
    const when = conditionText(sections.find((one) => one.id === id)?.asked_when, ordered);
    if (heading) parts.push({ type: "heading", level: 3, text: heading });
    if (when) parts.push({ type: "paragraph", indent: false, runs: [{ text: when, italic: true }] });
    const own = new Set(questions.map((one) => one.id));
    parts.push(
      ...questionTables(
        ordered.filter((one) => own.has(one.id)),
        ordered,
      ),
    );
  }
  return { title: [code, title].filter(Boolean).join(" – "), landscape: false, parts };
}

/** The annexes of a plan, in order and numbered; a single one bears no number. */
export function planAnnexes(source: ModelSource, registered: Registered, cited: string): Annex[] {
  const all = [measures(source), procedures(registered), forms(source), ...source.surveys.map(survey)];
  const annexes = all.filter((one) => one !== null);
  return annexes.map((annex, at) => ({
    ...annex,
    label: annexes.length > 1 ? `Phụ lục ${roman(at + 1)}` : "Phụ lục",
    reference: `(Kèm theo ${cited})`,
  }));
}
