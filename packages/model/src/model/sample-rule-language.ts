import { z } from "zod";
import { termParam } from "../rules/term-param";
import type { RuleLanguage, RuleWord } from "./rule-language";

const supplements: RuleWord = {
  kind: "dossier.max-supplements",
  params: z.strictObject({ max: z.int().min(0).default(1) }),
  stricter: { max: "lower" },
  sentence: ({ max }, language) => (language === "vi" ? `Bổ sung không quá ${max} lần` : `At most ${max} supplements`),
};

const finishedWithin: RuleWord = {
  kind: "dossier.finished-within",
  params: z.strictObject({
    term: termParam,
    when: z
      .strictObject({
        groups: z.array(z.string()).optional(),
        received_before: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
          .optional(),
      })
      .optional(),
  }),
  stricter: { term: "shorter" },
  sentence: ({ term }, language) => (language === "vi" ? `Xong trong ${term}` : `Finished within ${term}`),
};

const apology: RuleWord = {
  kind: "dossier.apology",
  params: z.strictObject({
    before: z.enum(["due", "end-of-due-day"]).default("due"),
    requires: z.array(z.enum(["cause", "new-due", "responsible", "remedy"])),
    signed_by: z.array(z.enum(["chairman", "vice-chairman", "head-of-office", "officer"])),
  }),
  stricter: { requires: "superset", signed_by: "subset" },
  sentence: ({ before }, language) => (language === "vi" ? `Xin lỗi trước ${before}` : `Apology before ${before}`),
};

const satisfied: RuleWord = {
  kind: "survey.satisfied-share",
  params: z.strictObject({ question: z.string(), at_least: z.number().min(0).max(1), min_n: z.int().min(1) }),
  stricter: { at_least: "higher", min_n: "higher" },
  sentence: ({ at_least }, language) => (language === "vi" ? `Hài lòng từ ${at_least}` : `Satisfied from ${at_least}`),
};

const taskDone: RuleWord = {
  kind: "task.done",
  params: z.strictObject({ task: z.string(), product: z.boolean().default(true) }),
  stricter: {},
  sentence: ({ task }, language) => (language === "vi" ? `Nhiệm vụ ${task} xong` : `Task ${task} done`),
};

const reportHandedIn: RuleWord = {
  kind: "report.handed-in",
  params: z.strictObject({ report: z.string() }),
  stricter: {},
  sentence: ({ report }, language) => (language === "vi" ? `Nộp báo cáo ${report}` : `Report ${report} handed in`),
};

const pledge: RuleWord = {
  kind: "pledge.signed",
  params: z.strictObject({ share: z.number(), by: z.iso.date() }),
  stricter: { share: "higher", by: "lower" },
  sentence: ({ by }, language) => (language === "vi" ? `Ký cam kết trước ${by}` : `Pledge signed by ${by}`),
};

/** A few rule kinds with a parameter for every direction of a floor: the language is tested apart from the registry. */
export const sampleRuleLanguage: RuleLanguage = new Map(
  [supplements, finishedWithin, apology, satisfied, taskDone, reportHandedIn, pledge].map((one) => [one.kind, one]),
);
