import { reminderPlan, reminderSentences, REMINDER_TIMES as TIMES } from "../notice/reminder-plan";
import type { Language } from "../rules/define-rule-kind";
import { entryNames } from "../rules/entry-names";
import { ruleKinds } from "../rules/rule-kinds";
import { changeSentence, type DiffArea } from "./change-sentences";
import { canonical } from "./compare-strictness";
import type { ModelSource } from "./model-schema";
import { paramsOf, type RuleLanguage } from "./rule-language";
import type { Sentence } from "./sentence";

export interface ModelChange {
  area: DiffArea;
  /** Id of the entry; of the model itself in the area `model`. */
  id: string;
  change: "added" | "removed" | "changed";
  /** Readable path of what changed, e.g. `rules.dung-hen.max`, `slogans.ba-khong.commitments.khong-tre-hen`. */
  path: string;
  before: unknown;
  after: unknown;
  sentence: Sentence;
}

interface Part {
  area: DiffArea;
  id: string;
  title: string;
  path: string;
  fields: Readonly<Record<string, unknown>>;
}

const part = (area: DiffArea, path: string, fields: { id: string; title?: string; text?: string }): Part => {
  const { id, ...rest } = fields;
  return { area, id, title: fields.title ?? fields.text ?? id, path, fields: rest };
};

/** All that can differ, one part for each entry; what holds entries of its own is compared without them. */
function partsOf(model: ModelSource): Part[] {
  const { id, title, type, summary, issued_by, effective, sample, legal_basis, plan, omit } = model;
  const { lines = [], ...card } = model.scorecard ?? {};
  return [
    part("model", "", {
      id,
      title,
      ...{ type, summary, issued_by, effective, sample, legal_basis, plan, omit, extends: model.extends },
    }),
    ...model.slogans.flatMap(({ commitments, ...slogan }) => [
      part("slogan", `slogans.${slogan.id}`, slogan),
      ...commitments.map((one) =>
        part("commitment", `slogans.${slogan.id}.commitments.${one.id}`, { ...one, ...{ slogan: slogan.id } }),
      ),
    ]),
    ...model.criteria.map((one) => part("criterion", `criteria.${one.id}`, one)),
    ...Object.entries(model.rules).map(([ruleId, { kind: _, ...rule }]) =>
      part("rule", `rules.${ruleId}`, {
        id: ruleId,
        ...(rule.title === undefined ? {} : { title: rule.title }),
        ...{ clause: rule.clause, note: rule.note, floor: rule.floor },
      }),
    ),
    ...model.surveys.flatMap(({ questions, sections = [], ...survey }) => [
      part("survey", `surveys.${survey.id}`, survey),
      ...sections.map((one) =>
        part("section", `surveys.${survey.id}.sections.${one.id}`, { ...one, ...{ survey: survey.id } }),
      ),
      ...questions.map((one) =>
        part("question", `surveys.${survey.id}.questions.${one.id}`, { ...one, ...{ survey: survey.id } }),
      ),
    ]),
    ...model.forms.map((one) => part("form", `forms.${one.id}`, one)),
    ...model.evidence.map((one) => part("evidence", `evidence.${one.id}`, one)),
    ...model.timeline.map((one) => part("task", `timeline.${one.id}`, one)),
    ...model.reports.map((one) => part("report", `reports.${one.id}`, one)),
    ...(model.reminders ? [part("reminders", "reminders", { id: "reminders", ...model.reminders })] : []),
    ...(model.scorecard ? [part("scorecard", "scorecard", { id: "scorecard", ...card })] : []),
    ...lines.map((one) => part("score-line", `scorecard.lines.${one.id}`, one)),
  ];
}

/** What a rule asks, with the kind's defaults filled in; as written where its kind is unknown or refuses it. */
function meaningOf(model: ModelSource, id: string, kinds: RuleLanguage) {
  const rule = Object.hasOwn(model.rules, id) ? model.rules[id] : undefined;
  if (!rule) return undefined;
  const word = kinds.get(rule.kind);
  const parsed = word?.params.safeParse(paramsOf(rule));
  const params: Record<string, unknown> = parsed?.success ? parsed.data : paramsOf(rule);
  const say = (language: Language) =>
    word && parsed?.success ? word.sentence(parsed.data, language, entryNames(model)) : rule.kind;
  return { kind: rule.kind, params, sentence: { vi: say("vi"), en: say("en") } };
}

const areaOrder: readonly DiffArea[] = [
  "model",
  "slogan",
  "commitment",
  "criterion",
  "rule",
  "survey",
  "section",
  "question",
  "form",
  "evidence",
  "task",
  "report",
  "reminders",
  "scorecard",
  "score-line",
];

/**
 * What an official has to know between two versions of a model, in the order of the model. Entries are found by id;
 * order, spacing, and values written out that are the default anyway make no difference. Equal models give an empty list.
 */
export function diffModels(before: ModelSource, after: ModelSource, kinds: RuleLanguage = ruleKinds): ModelChange[] {
  const key = (one: Part) => `${one.area} ${one.area === "model" ? "" : one.id}`;
  const old = new Map(partsOf(before).map((one) => [key(one), one]));
  const now = new Map(partsOf(after).map((one) => [key(one), one]));
  const changes: ModelChange[] = [];

  const entry = (change: "added" | "removed", one: Part, model: ModelSource) => {
    const rule = one.area === "rule" ? meaningOf(model, one.id, kinds) : undefined;
    const detail = one.area === "reminders" ? reminderSentences(model.reminders) : rule?.sentence;
    const value = rule ? { ...one.fields, kind: rule.kind, ...rule.params } : one.fields;
    changes.push({
      area: one.area,
      id: one.id,
      change,
      path: one.path,
      before: change === "removed" ? value : undefined,
      after: change === "added" ? value : undefined,
      sentence: changeSentence({ change, area: one.area, title: one.title, detail }),
    });
  };

  const field = (one: Part, name: string, from: unknown, to: unknown, rule?: { from: Sentence; to: Sentence }) => {
    changes.push({
      area: one.area,
      id: one.id,
      change: "changed",
      path: [one.path, name].filter(Boolean).join("."),
      before: from,
      after: to,
      sentence: changeSentence({ change: "changed", area: one.area, title: one.title, field: name, from, to, rule }),
    });
  };

  const changed = (from: Part, to: Part) => {
    if (to.area === "rule") {
      const [was, is] = [meaningOf(before, from.id, kinds), meaningOf(after, to.id, kinds)];
      if (was && is && canonical([was.kind, was.params]) !== canonical([is.kind, is.params])) {
        const sentences = { from: was.sentence, to: is.sentence };
        const names = [...new Set([...Object.keys(was.params), ...Object.keys(is.params)])];
        const moved = names.filter((name) => canonical(was.params[name]) !== canonical(is.params[name]));
        const [only] = moved;
        if (was.kind === is.kind && moved.length === 1 && only !== undefined) {
          field(to, only, was.params[only], is.params[only], sentences);
        } else {
          field(to, "", { kind: was.kind, ...was.params }, { kind: is.kind, ...is.params }, sentences);
        }
      }
    }
    if (to.area === "reminders") {
      const sentences = { from: reminderSentences(before.reminders), to: reminderSentences(after.reminders) };
      const [was, is] = [{ ...reminderPlan(before.reminders) }, { ...reminderPlan(after.reminders) }];
      const moved = TIMES.filter((name) => canonical(was[name]) !== canonical(is[name]));
      const [only] = moved;
      if (moved.length === 1 && only !== undefined) field(to, only, was[only], is[only], sentences);
      else if (moved.length > 1) field(to, "", was, is, sentences);
    }
    for (const name of new Set([...Object.keys(from.fields), ...Object.keys(to.fields)])) {
      if (to.area === "reminders" && TIMES.some((time) => time === name)) continue;
      const [a, b] = [from.fields[name], to.fields[name]];
      if (canonical(a) !== canonical(b)) field(to, name, a, b);
    }
    if (to.area === "model" && from.id !== to.id) field(to, "id", from.id, to.id);
  };

  for (const area of areaOrder) {
    for (const [name, one] of old) if (one.area === area && !now.has(name)) entry("removed", one, before);
    for (const [name, one] of now) {
      if (one.area !== area) continue;
      const was = old.get(name);
      if (was) changed(was, one);
      else entry("added", one, after);
    }
  }
  return changes;
}
