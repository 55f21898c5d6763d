import type { Sentence } from "./sentence";

type Param = string | number | undefined;
export type ProblemParams = Readonly<Record<string, Param>>;
type Message = (p: ProblemParams) => Sentence;

const hint = (p: ProblemParams): Sentence =>
  p.suggestion === undefined
    ? { vi: "", en: "" }
    : { vi: ` Có phải “${p.suggestion}”?`, en: ` Did you mean “${p.suggestion}”?` };
const known = (p: ProblemParams): Sentence =>
  p.known === undefined || p.suggestion !== undefined
    ? hint(p)
    : { vi: ` Được dùng: ${p.known}.`, en: ` Known here: ${p.known}.` };

const TYPES: Record<string, Sentence> = {
  string: { vi: "một đoạn chữ", en: "a text" },
  number: { vi: "một số", en: "a number" },
  int: { vi: "một số nguyên", en: "a whole number" },
  boolean: { vi: "true hoặc false", en: "true or false" },
  array: { vi: "một danh sách", en: "a list" },
  object: { vi: "một nhóm “tên: giá trị”", en: "a group of “name: value”" },
  record: { vi: "một nhóm “tên: giá trị”", en: "a group of “name: value”" },
  null: { vi: "chỗ trống", en: "nothing" },
};
const typeName = (type: Param): Sentence => TYPES[String(type)] ?? { vi: String(type), en: String(type) };

/** Options are values, or names of types where a whole type is allowed. */
const options = (p: ProblemParams): Sentence => {
  const names = String(p.options).split(", ").map(typeName);
  return { vi: names.map((name) => name.vi).join(", "), en: names.map((name) => name.en).join(", ") };
};

const ITEMS: Record<string, Sentence> = {
  slogan: { vi: "khẩu hiệu", en: "slogan" },
  commitment: { vi: "điều trong khẩu hiệu", en: "commitment" },
  criterion: { vi: "tiêu chí", en: "criterion" },
  rule: { vi: "quy tắc", en: "rule" },
  survey: { vi: "phiếu khảo sát", en: "survey form" },
  section: { vi: "phần của phiếu", en: "section" },
  question: { vi: "câu hỏi", en: "question" },
  form: { vi: "biểu mẫu", en: "form" },
  evidence: { vi: "tài liệu kiểm chứng", en: "evidence" },
  task: { vi: "nhiệm vụ", en: "task" },
  report: { vi: "báo cáo", en: "report" },
  "score-line": { vi: "dòng bảng điểm", en: "score line" },
  class: { vi: "mức xếp loại", en: "class" },
  node: { vi: "tiêu chí của bộ chỉ số", en: "node of the index" },
};
/** Vietnamese and English name of one or several kinds of entries ("rule, question"). */
const itemName = (types: Param): Sentence => {
  const names = String(types)
    .split(", ")
    .map((type) => ITEMS[type] ?? { vi: type, en: type });
  const joined = (words: string[], or: string): string =>
    [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(or);
  return {
    vi: joined(
      names.map((name) => name.vi),
      " hoặc ",
    ),
    en: joined(
      names.map((name) => name.en),
      " or ",
    ),
  };
};

const comma = (value: Param): string => String(value).replace(".", ",");

const MESSAGES = {
  "yaml-tab": () => ({
    vi: "Dòng này thụt vào bằng phím Tab; hãy thay bằng dấu cách.",
    en: "This line is indented with a tab; use spaces instead.",
  }),
  "yaml-indent": () => ({
    vi: "Thụt dòng không khớp với các dòng trên, hoặc ngoặc [ { chưa đóng; hãy căn lại và đóng ngoặc.",
    en: "The indentation does not match the lines above, or a bracket [ { is not closed; align the line and close the bracket.",
  }),
  "yaml-nested-mapping": () => ({
    vi: "Một dòng có hai dấu “: ” hoặc bị ngắt giữa chừng; hãy đặt đoạn chữ có dấu “:” trong dấu nháy, mỗi mục một dòng.",
    en: "One line holds two “: ” or is broken off; put a text with a colon in quotes, and one entry on a line.",
  }),
  "yaml-not-closed": () => ({
    vi: "Thiếu dấu đóng (nháy hoặc ngoặc); hãy thêm dấu đóng.",
    en: "A closing quote or bracket is missing; add it.",
  }),
  "yaml-several-documents": () => ({
    vi: "Tệp chứa nhiều văn bản YAML ngăn bằng “---”; mỗi tệp chỉ giữ một.",
    en: "The file holds several YAML documents separated by “---”; keep one a file.",
  }),
  "yaml-reserved-character": () => ({
    vi: "Đoạn chữ bắt đầu bằng ký tự dành riêng (@ hoặc `); hãy đặt đoạn chữ trong dấu nháy.",
    en: "The text starts with a reserved character (@ or `); put the text in quotes.",
  }),
  "yaml-duplicate-key": (p) => ({
    vi: `“${p.name}” được viết hai lần trong cùng một nhóm; hãy giữ lại một.`,
    en: `“${p.name}” is written twice in the same group; keep one.`,
  }),
  "yaml-alias": (p) => ({
    vi: `Không dùng tham chiếu YAML (${p.name}); hãy viết lại giá trị đầy đủ.`,
    en: `YAML references (${p.name}) are not used here; write the value out.`,
  }),
  "yaml-tag": () => ({
    vi: "Không dùng thẻ “!…” hay chỉ thị “%…” của YAML; hãy bỏ đi.",
    en: "YAML tags “!…” and directives “%…” are not used here; remove this one.",
  }),
  "yaml-key": () => ({
    vi: "Tên mục phải là một từ, không phải danh sách hay nhóm; hãy sửa phần trước dấu “:”.",
    en: "The name of an entry must be one word, not a list or a group; correct what stands before the colon.",
  }),
  "yaml-empty": () => ({
    vi: "Tệp không có nội dung; hãy bắt đầu bằng “schema: 1”, “id” và “title”.",
    en: "The file is empty; begin with “schema: 1”, “id” and “title”.",
  }),
  "yaml-syntax": (p) => ({
    vi: `Không đọc được YAML từ chỗ này (${p.detail}); hãy kiểm tra thụt dòng, dấu “:”, nháy và ngoặc ở dòng này và dòng trên.`,
    en: `YAML cannot be read from here (${p.detail}); check indentation, colons, quotes and brackets on this line and the one above.`,
  }),
  "not-a-group": (p) => ({
    vi: `Cả tệp phải là một nhóm “tên: giá trị”, ở đây lại là ${typeName(p.received).vi}; hãy bắt đầu bằng “schema: 1”, không gạch đầu dòng.`,
    en: `The file must be one group of “name: value”, here it is ${typeName(p.received).en}; begin with “schema: 1”, without a dash.`,
  }),
  "unknown-key": (p) => ({
    vi: `Không có mục “${p.name}” ở đây.${known(p).vi || " Hãy bỏ mục này."}`,
    en: `There is no “${p.name}” here.${known(p).en || " Remove it."}`,
  }),
  "missing-key": (p) => ({
    vi: `Thiếu “${p.name}”; hãy thêm ${typeName(p.expected).vi}.`,
    en: `“${p.name}” is missing; add ${typeName(p.expected).en}.`,
  }),
  "number-for-text": (p) => ({
    vi: `“${p.name}” phải là chữ, không phải số; hãy đặt trong dấu nháy: "${p.value}".`,
    en: `“${p.name}” must be a text, not a number; put it in quotes: "${p.value}".`,
  }),
  "wrong-type": (p) => ({
    vi: `“${p.name}” phải là ${typeName(p.expected).vi}, ở đây lại là ${typeName(p.received).vi}; hãy viết lại.`,
    en: `“${p.name}” must be ${typeName(p.expected).en}, here it is ${typeName(p.received).en}; write it again.`,
  }),
  "bad-slug": (p) => ({
    vi: `“${p.value}” không dùng làm mã được; hãy viết chữ thường không dấu, nối bằng gạch ngang, ví dụ “${p.example}”.`,
    en: `“${p.value}” cannot be an id; write lower-case words without diacritics joined by hyphens, e.g. “${p.example}”.`,
  }),
  "bad-language": (p) => ({
    vi: `“${p.value}” không phải mã của một ngôn ngữ khác tiếng Việt; hãy viết mã như trình duyệt dùng, ví dụ “en”, “lo”.`,
    en: `“${p.value}” is no code of a language other than Vietnamese; write it as browsers do, e.g. “en”, “lo”.`,
  }),
  "bad-date": (p) => ({
    vi: `“${p.value}” không phải ngày có thật; hãy viết năm-tháng-ngày, ví dụ 2023-08-08.`,
    en: `“${p.value}” is not a real date; write year-month-day, e.g. 2023-08-08.`,
  }),
  "bad-month-day": (p) => ({
    vi: `“${p.value}” không phải ngày có thật trong năm; hãy viết tháng-ngày trong dấu nháy, ví dụ "06-10" là ngày 10 tháng 6.`,
    en: `“${p.value}” is not a real day of a year; write month-day in quotes, e.g. "06-10" for 10 June.`,
  }),
  "bad-time": (p) => ({
    vi: `“${p.value}” không phải giờ trong ngày; hãy viết giờ:phút trong dấu nháy, ví dụ "15:00".`,
    en: `“${p.value}” is not a time of the day; write hours:minutes in quotes, e.g. "15:00".`,
  }),
  "bad-term": (p) => ({
    vi: `“${p.value}” không phải thời hạn; hãy viết “4 working-hours”, “3 working-days”, “10 calendar-days”, “same-day” hoặc “same-day 15:00”.`,
    en: `“${p.value}” is not a term; write “4 working-hours”, “3 working-days”, “10 calendar-days”, “same-day” or “same-day 15:00”.`,
  }),
  "bad-lead-time": (p) => ({
    vi: `“${p.value}” không nói được nhắc trước bao lâu; hãy viết “4 working-hours” hoặc “1 working-days”.`,
    en: `“${p.value}” does not say how long before; write “4 working-hours” or “1 working-days”.`,
  }),
  "bad-closing": (p) => ({
    vi: `“${p.value}” không nói được khi nào nhắc kết thúc; hãy viết “end-of-work”, “2 working-hours” hoặc “none”.`,
    en: `“${p.value}” does not say when to remind of closing; write “end-of-work”, “2 working-hours” or “none”.`,
  }),
  "bad-weekend": (p) => ({
    vi: `“${p.value}” không phải giờ của danh sách cuối tuần; hãy viết giờ:phút trong dấu nháy, ví dụ "16:00", hoặc “none”.`,
    en: `“${p.value}” is no time for the list of the week's end; write hours:minutes in quotes, e.g. "16:00", or “none”.`,
  }),
  "reminders-loosened": (p) => ({
    vi: `“${p.name}” của phần nhắc việc là mức sàn: “${p.parent}” đặt ${p.before}, ở đây ${p.after} là nới lỏng. Hãy giữ nguyên, nhắc thêm hoặc nhắc sớm hơn.`,
    en: `“${p.name}” of the reminders is a floor: “${p.parent}” sets ${p.before}, and ${p.after} is looser. Keep it, or remind more often or earlier.`,
  }),
  "bad-value": (p) => ({
    vi: `Giá trị của “${p.name}” không dùng được (${p.detail}); hãy sửa lại.`,
    en: `The value of “${p.name}” cannot be used (${p.detail}); correct it.`,
  }),
  "not-one-of": (p) => ({
    vi: `“${p.name}” không nhận “${p.value}”.${hint(p).vi} Hãy chọn một trong: ${options(p).vi}.`,
    en: `“${p.name}” does not take “${p.value}”.${hint(p).en} Choose one of: ${options(p).en}.`,
  }),
  "too-small": (p) => ({
    vi: `“${p.name}” phải ${p.inclusive ? "từ" : "lớn hơn"} ${comma(p.limit)}${p.inclusive ? " trở lên" : ""}; hãy tăng lên.`,
    en: `“${p.name}” must be ${p.inclusive ? "at least" : "more than"} ${p.limit}; raise it.`,
  }),
  "too-big": (p) => ({
    vi: `“${p.name}” ${p.inclusive ? "không được quá" : "phải nhỏ hơn"} ${comma(p.limit)}; hãy giảm xuống.`,
    en: `“${p.name}” must be ${p.inclusive ? "at most" : "less than"} ${p.limit}; lower it.`,
  }),
  "list-too-short": (p) => ({
    vi: `Danh sách “${p.name}” cần ít nhất ${p.limit} mục; hãy thêm vào.`,
    en: `The list “${p.name}” needs at least ${p.limit} ${p.limit === 1 ? "entry" : "entries"}; add to it.`,
  }),
  "empty-text": (p) => ({
    vi: `“${p.name}” để trống; hãy viết nội dung hoặc bỏ mục này.`,
    en: `“${p.name}” is empty; write a text or remove the entry.`,
  }),
  "duplicate-id": (p) => ({
    vi: `Mã “${p.id}” đã dùng cho ${itemName(p.type).vi} ở dòng ${p.line}; hãy đặt mã khác.`,
    en: `The id “${p.id}” is already used by the ${itemName(p.type).en} on line ${p.line}; choose another.`,
  }),
  "duplicate-inherited-id": (p) => ({
    vi: `Mã “${p.id}” đã dùng cho ${itemName(p.type).vi} trong mô hình gốc “${p.parent}”; hãy đặt mã khác hoặc ghi mã đó vào “omit”.`,
    en: `The id “${p.id}” is already used by the ${itemName(p.type).en} of the extended model “${p.parent}”; choose another or list it under “omit”.`,
  }),
  "unknown-reference": (p) => ({
    vi: `Không có ${itemName(p.types).vi} nào mang mã “${p.id}”.${hint(p).vi} Hãy sửa mã hoặc thêm mục đó vào mô hình.`,
    en: `No ${itemName(p.types).en} has the id “${p.id}”.${hint(p).en} Correct the id or add that entry to the model.`,
  }),
  "score-line-not-rule": (p) => ({
    vi: `“${p.id}” là ${itemName(p.type).vi}; dòng bảng điểm chỉ đo bằng quy tắc. Hãy ghi mã của một quy tắc.`,
    en: `“${p.id}” names ${itemName(p.type).en}; a score line is measured by rules only. Name a rule.`,
  }),
  "score-sum": (p) => ({
    vi: `Các dòng bảng điểm cộng lại được ${comma(p.sum)} điểm, không phải ${comma(p.total)}; hãy ${Number(p.sum) < Number(p.total) ? "thêm" : "bớt"} ${comma(p.difference)} điểm.`,
    en: `The score lines add up to ${p.sum} points, not ${p.total}; ${Number(p.sum) < Number(p.total) ? "add" : "take away"} ${p.difference}.`,
  }),
  "score-bounds": (p) => ({
    vi: `“zero_at” (${comma(p.zero)}) phải nhỏ hơn “full_at” (${comma(p.full)}); hãy sửa một trong hai.`,
    en: `“zero_at” (${p.zero}) must be below “full_at” (${p.full}); correct one of them.`,
  }),
  "unknown-rule-kind": (p) => ({
    vi: `Không có loại quy tắc “${p.kind}”.${known(p).vi}`,
    en: `There is no rule kind “${p.kind}”.${known(p).en}`,
  }),
  "unknown-floor-parameter": (p) => ({
    vi: `Loại quy tắc “${p.kind}” không có tham số “${p.name}” để làm mức sàn.${known(p).vi}`,
    en: `The rule kind “${p.kind}” has no parameter “${p.name}” that could be a floor.${known(p).en}`,
  }),
  "date-order": (p) => ({
    vi: `Ngày bắt đầu ${p.from} sau ngày kết thúc ${p.to}; hãy sửa một trong hai ngày.`,
    en: `The start ${p.from} is after the end ${p.to}; correct one of the dates.`,
  }),
  "extends-unknown": (p) => ({
    vi: `Không tìm thấy mô hình gốc “${p.id}”; hãy kiểm tra mã hoặc đưa mô hình đó vào thư viện trước.`,
    en: `The extended model “${p.id}” is not found; check the id or add that model to the library first.`,
  }),
  "extends-cycle": (p) => ({
    vi: `Mô hình kế thừa vòng quanh chính nó (${p.chain}); hãy bỏ một mục “extends”.`,
    en: `The model extends itself in a circle (${p.chain}); remove one “extends”.`,
  }),
  "omit-without-extends": () => ({
    vi: "“omit” chỉ dùng khi có “extends”; hãy bỏ “omit” hoặc ghi mô hình gốc.",
    en: "“omit” needs “extends”; remove “omit” or name the extended model.",
  }),
  "order-without-extends": () => ({
    vi: "“order” chỉ dùng khi có “extends”; hãy bỏ “order” và xếp các mục theo thứ tự trong văn bản.",
    en: "“order” needs “extends”; remove “order” and put the entries in their order in the text.",
  }),
  "omit-unknown": (p) => ({
    vi: `Mô hình gốc “${p.parent}” không có mục nào mang mã “${p.id}” để bỏ.${hint(p).vi} Hãy sửa hoặc xóa mã này.`,
    en: `The extended model “${p.parent}” has nothing with the id “${p.id}” to omit.${hint(p).en} Correct or remove the id.`,
  }),
  "omit-and-declare": (p) => ({
    vi: `“${p.id}” vừa ghi trong “omit” vừa được viết lại; hãy giữ một trong hai.`,
    en: `“${p.id}” is both omitted and written again; keep one of the two.`,
  }),
  "omit-floor": (p) => ({
    vi: `Quy tắc “${p.id}” là mức sàn của “${p.parent}”, không được bỏ; hãy xóa mã này khỏi “omit”.`,
    en: `The rule “${p.id}” is a floor of “${p.parent}” and cannot be omitted; remove it from “omit”.`,
  }),
  "omit-leaves-reference": (p) => ({
    vi: `Bỏ “${p.id}” thì ${itemName(p.type).vi} “${p.owner}” không còn gì để đo hoặc tham chiếu; hãy bỏ cả “${p.owner}” hoặc viết lại mục đó.`,
    en: `Without “${p.id}” the ${itemName(p.type).en} “${p.owner}” refers to nothing; omit “${p.owner}” too or write it again.`,
  }),
  "omit-leaves-empty": (p) => ({
    vi: `Sau khi bỏ, “${p.path}” không còn hợp lệ (trống); hãy bỏ cả mục chứa nó hoặc giữ lại ít nhất một mục con.`,
    en: `After omitting, “${p.path}” is left empty; omit what holds it too, or keep at least one entry.`,
  }),
  "floor-kind": (p) => ({
    vi: `Quy tắc “${p.id}” là mức sàn của “${p.parent}” thuộc loại “${p.before}”; không được đổi thành “${p.after}”.`,
    en: `The rule “${p.id}” is a floor of “${p.parent}” of kind “${p.before}”; it cannot become “${p.after}”. Keep the kind.`,
  }),
  "floor-lowered": (p) => ({
    vi: `“${p.name}” của quy tắc “${p.id}” là mức sàn: “${p.parent}” đặt ${p.before}, ở đây ${p.after} là nới lỏng. Hãy giữ nguyên hoặc đặt chặt hơn (${p.vi}).`,
    en: `“${p.name}” of the rule “${p.id}” is a floor: “${p.parent}” sets ${p.before}, and ${p.after} is looser. Keep it or make it stricter (${p.en}).`,
  }),
  "too-few-options": (p) => ({
    vi: `Câu hỏi “${p.id}” cho chọn mà có dưới hai lựa chọn; hãy ghi ít nhất hai mục vào “options”.`,
    en: `The question “${p.id}” is a choice with fewer than two options; give at least two under “options”.`,
  }),
  "options-without-choice": (p) => ({
    vi: `Câu hỏi “${p.id}” thuộc loại “${p.kind}”, không có lựa chọn; hãy bỏ “options” hoặc đổi loại thành “choice” hay “several”.`,
    en: `The question “${p.id}” is of kind “${p.kind}” and takes no options; remove “options” or make it “choice” or “several”.`,
  }),
  "section-of-other-form": (p) => ({
    vi: `Phần “${p.id}” không thuộc phiếu “${p.form}”; hãy ghi mã một phần của chính phiếu này.`,
    en: `The section “${p.id}” is not of the form “${p.form}”; name a section of this form.`,
  }),
  "folded-required": (p) => ({
    vi: `Câu hỏi “${p.id}” bắt buộc trả lời mà nằm trong phần gấp lại “${p.section}”; hãy ghi “required: false”, hoặc đưa câu sang phần khác.`,
    en: `The question “${p.id}” has to be answered but stands in the folded section “${p.section}”; write “required: false”, or move it to another section.`,
  }),
  "condition-not-before": (p) => ({
    vi: `Điều kiện dựa vào câu hỏi “${p.id}”, nhưng câu đó không đứng trước trong phiếu “${p.form}”; hãy chọn một câu hỏi đứng trước của chính phiếu này.`,
    en: `The condition rests on the question “${p.id}”, which does not stand before it in the form “${p.form}”; choose an earlier question of this form.`,
  }),
  "condition-answer": (p) => ({
    vi: `Câu hỏi “${p.id}” không có câu trả lời “${p.value}”; ${p.vi}.`,
    en: `The question “${p.id}” has no answer “${p.value}”; ${p.en}.`,
  }),
  "translation-missing": (p) => ({
    vi: `Phiếu “${p.form}” có tiếng “${p.language}”, nhưng “${p.id}” chưa có bản dịch; hãy thêm vào “translations”.`,
    en: `The form “${p.form}” is offered in “${p.language}”, but “${p.id}” has no translation; add it under “translations”.`,
  }),
  "translation-not-offered": (p) => ({
    vi: `“${p.id}” có bản dịch “${p.language}”, nhưng phiếu “${p.form}” chưa có tiếng này; hãy thêm tên phiếu bằng tiếng đó vào “translations” của phiếu.`,
    en: `“${p.id}” is translated to “${p.language}”, but the form “${p.form}” is not offered in it; add its title in that language to the form's “translations”.`,
  }),
  "label-gap": (p) => ({
    vi: `Nhãn “${p.label}” tiếng “${p.language}” của phiếu “${p.form}” thiếu chỗ điền {${p.gap}}; hãy thêm {${p.gap}} vào câu.`,
    en: `The “${p.language}” label “${p.label}” of the form “${p.form}” leaves no room for {${p.gap}}; put {${p.gap}} into it.`,
  }),
  "label-gap-unknown": (p) => ({
    vi: `Nhãn “${p.label}” tiếng “${p.language}” của phiếu “${p.form}” có chỗ điền {${p.gap}} mà không có gì để điền; hãy bỏ đi.`,
    en: `The “${p.language}” label “${p.label}” of the form “${p.form}” has a gap {${p.gap}} that nothing fills; take it out.`,
  }),
  "translation-options": (p) => ({
    vi: `Bản dịch “${p.language}” của câu hỏi “${p.id}” có ${p.count} lựa chọn, tiếng Việt có ${p.limit}; hãy ghi đủ và đúng thứ tự.`,
    en: `The “${p.language}” translation of the question “${p.id}” gives options: ${p.count}, where Vietnamese has ${p.limit}; give all of them, in the same order.`,
  }),
  "frame-sum": (p) => ({
    vi: `Các mục con của “${p.id}” cộng lại được ${comma(p.sum)} điểm, không phải ${comma(p.total)}; hãy ${Number(p.sum) < Number(p.total) ? "thêm" : "bớt"} ${comma(p.difference)} điểm.`,
    en: `The parts of “${p.id}” add up to ${p.sum} points, not ${p.total}; ${Number(p.sum) < Number(p.total) ? "add" : "take away"} ${p.difference}.`,
  }),
  "leaf-or-children": (p) => ({
    vi: `“${p.id}” phải có đúng một trong hai: cách chấm “leaf” hoặc các mục con “children”; hãy thêm hoặc bỏ một.`,
    en: `“${p.id}” must have exactly one of the two: a “leaf” that is scored or “children”; add or remove one.`,
  }),
  "leaf-points": (p) => ({
    vi: `Mức cao nhất của “${p.id}” cho ${comma(p.sum)} điểm, điểm tối đa lại là ${comma(p.total)}; hãy sửa cho bằng nhau.`,
    en: `The best result of “${p.id}” gives ${p.sum} points but its maximum is ${p.total}; make them equal.`,
  }),
  "steps-order": (p) => ({
    vi: `Các bậc của “${p.id}” phải tăng dần theo “at_least” và điểm; hãy xếp lại và bỏ bậc trùng.`,
    en: `The steps of “${p.id}” must rise in “at_least” and in points; put them in order and remove repeated ones.`,
  }),
  "ratio-bounds": (p) => ({
    vi: `“zero_at” và “full_at” của “${p.id}” bằng nhau (${comma(p.full)}); hãy sửa một trong hai.`,
    en: `“zero_at” and “full_at” of “${p.id}” are the same (${p.full}); correct one of them.`,
  }),
  "class-order": (p) => ({
    vi: `Mức xếp loại “${p.id}” bắt đầu từ ${comma(p.from)} điểm, trùng với mức khác hoặc vượt tổng ${comma(p.total)}; hãy sửa điểm bắt đầu.`,
    en: `The class “${p.id}” begins at ${p.from} points, which repeats another or is above the total ${p.total}; correct where it begins.`,
  }),
} satisfies Record<string, Message>;

export type ProblemKey = keyof typeof MESSAGES;
/** Every kind of problem there is. */
export const PROBLEM_KEYS: readonly string[] = Object.keys(MESSAGES);

/** The sentence of a problem: what is wrong and what to do, in Vietnamese and English. */
export function problemMessage(key: ProblemKey, params: ProblemParams): Sentence {
  const message: Message = MESSAGES[key];
  return message(params);
}
