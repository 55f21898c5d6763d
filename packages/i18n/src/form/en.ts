import type { TextShape } from "../text-shape";
import type { formVi } from "./vi";

export const formEn: TextShape<typeof formVi> = {
  title: "Papers of the dossier",
  caption: "Slips and notices of Circular 03/2025/TT-VPCP",
  name: {
    "01": "Receipt with appointment",
    "02": "Request for supplements",
    "03": "Refusal",
    "04": "Apology and extension",
    "05": "Notice of stopping",
    "06": "Control sheet",
    "07": "Register of dossiers",
  },
  one: "{{name}} (form {{form}})",
  print: "Print form {{form}}",
  printOne: "Print {{name}}, PDF",
  wordOne: "Download {{name}} for Word",
  wordShort: "Word",
  missing: {
    applicantName: "The dossier has no name of the applicant; it cannot be printed yet.",
    papers: "This request names no papers; it cannot be printed yet.",
    reason: "No reason is recorded; it cannot be printed yet.",
    cause: "This apology names no cause; it cannot be printed yet.",
    newDueAt: "This apology names no new date; it cannot be printed yet.",
  },
  register: {
    ofList: "Register of dossiers (form 07) of this list:",
    pdf: "Print or keep as PDF",
    xlsx: "Excel",
    docx: "Word",
    tooLong: "A print holds {{max, number}} dossiers at most. Choose a shorter period.",
    q: "Search: {{q}}",
    queue: "Queue: {{queue}}",
    state: "State: {{state}}",
    group: "Field: {{group}}",
  },
  titles: {
    tab: "Forms",
    title: "Titles of the forms",
    lead: "As printed on the slips. Procedures issued earlier may still use an old title, such as “Phiếu xin lỗi và hẹn lại ngày trả kết quả”.",
    label: "Form {{form}}",
    usual: "Circular 03/2025/TT-VPCP: {{title}}",
    error: "Write the title of the form, 3 to 150 characters.",
  },
};
