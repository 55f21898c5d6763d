import type { Path } from "./model-problem";

export type Loose = Readonly<Record<string, unknown>>;
export type EntryType =
  | "slogan"
  | "commitment"
  | "criterion"
  | "rule"
  | "survey"
  | "section"
  | "question"
  | "form"
  | "evidence"
  | "task"
  | "report"
  | "score-line";

export interface Entry {
  type: EntryType;
  id: string;
  value: Loose;
  path: Path;
}

export interface Reference {
  owner: Entry;
  target: string;
  types: readonly EntryType[];
  path: Path;
}

/** Types that `measured_by` of a commitment may name; they share one namespace. */
export const MEASURES: readonly EntryType[] = ["rule", "question", "evidence", "task"];

/** A rule parameter of this name holds the id of an entry of the model. */
export const PARAM_TARGETS: Readonly<Record<string, readonly EntryType[]>> = {
  task: ["task"],
  report: ["report"],
  question: ["question"],
  publication: ["evidence", "report", "task", "survey", "form"],
};

export function isLoose(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listEntries(holder: unknown, key: string, type: EntryType, base: Path = []): Entry[] {
  const list: unknown = isLoose(holder) ? holder[key] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index): Entry[] =>
    isLoose(value) && typeof value.id === "string" ? [{ type, id: value.id, value, path: [...base, key, index] }] : [],
  );
}

/**
 * Every entry with an id, in the order of the text. Takes any value, so that a text with other faults is still checked:
 * what is not an entry is passed over.
 */
export function modelEntries(source: unknown): Entry[] {
  if (!isLoose(source)) return [];
  const rules = isLoose(source.rules) ? Object.entries(source.rules) : [];
  return [
    ...listEntries(source, "slogans", "slogan").flatMap((slogan) => [
      slogan,
      ...listEntries(slogan.value, "commitments", "commitment", slogan.path),
    ]),
    ...listEntries(source, "criteria", "criterion"),
    ...rules.flatMap(([id, value]): Entry[] =>
      isLoose(value) ? [{ type: "rule", id, value, path: ["rules", id] }] : [],
    ),
    ...listEntries(source, "surveys", "survey").flatMap((survey) => [
      survey,
      ...listEntries(survey.value, "sections", "section", survey.path),
      ...listEntries(survey.value, "questions", "question", survey.path),
    ]),
    ...listEntries(source, "forms", "form"),
    ...listEntries(source, "evidence", "evidence"),
    ...listEntries(source, "timeline", "task"),
    ...listEntries(source, "reports", "report"),
    ...listEntries(source.scorecard, "lines", "score-line", ["scorecard"]),
  ];
}

/** Every place where one entry names another by its id. */
export function modelReferences(entries: readonly Entry[]): Reference[] {
  return entries.flatMap((owner): Reference[] => {
    const { type, value, path } = owner;
    if (type === "rule") {
      return Object.entries(PARAM_TARGETS).flatMap(([name, types]): Reference[] => {
        const target = value[name];
        return typeof target === "string" ? [{ owner, target, types, path: [...path, name] }] : [];
      });
    }
    if (type === "form") {
      return typeof value.survey === "string"
        ? [{ owner, target: value.survey, types: ["survey"], path: [...path, "survey"] }]
        : [];
    }
    if (type === "question" || type === "section") {
      const { section, commitment, asked_when: when } = value;
      const asked = isLoose(when) ? when.question : undefined;
      return [
        { target: section, types: ["section"], path: [...path, "section"] } as const,
        { target: asked, types: ["question"], path: [...path, "asked_when", "question"] } as const,
        { target: commitment, types: ["commitment"], path: [...path, "commitment"] } as const,
      ].flatMap(({ target, ...place }): Reference[] =>
        typeof target === "string" ? [{ owner, target, ...place }] : [],
      );
    }
    if (type !== "commitment" && type !== "criterion" && type !== "score-line") return [];
    const types: readonly EntryType[] = type === "score-line" ? ["rule"] : MEASURES;
    const list: unknown = value.measured_by;
    if (!Array.isArray(list)) return [];
    return list.flatMap((target: unknown, index): Reference[] =>
      typeof target === "string" ? [{ owner, target, types, path: [...path, "measured_by", index] }] : [],
    );
  });
}
