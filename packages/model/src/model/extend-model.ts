import type { ModelSource, Rule } from "./model-schema";

interface WithId {
  id: string;
}

/** The parent's order; entries of the child take the place of those with their id, new ones follow. */
function mergeById<T extends WithId>(
  above: readonly T[],
  below: readonly T[],
  omitted: ReadonlySet<string>,
  merge: (above: T, below: T) => T = (_, child) => child,
): T[] {
  const own = new Map(below.map((entry) => [entry.id, entry]));
  const names = new Set(above.map((entry) => entry.id));
  const kept = above.flatMap((entry) => {
    const child = own.get(entry.id);
    if (child) return [merge(entry, child)];
    return omitted.has(entry.id) ? [] : [entry];
  });
  return [...kept, ...below.filter((entry) => !names.has(entry.id))];
}

function mergeFloor(above: Rule["floor"], below: Rule["floor"]): Rule["floor"] {
  if (above === true || below === true) return true;
  return above || below ? [...new Set([...(above ?? []), ...(below ?? [])])] : undefined;
}

/** Parameter by parameter when the kind is the same; another kind starts afresh. A floor is never lost. */
function mergeRule(above: Rule, below: Rule): Rule {
  const merged: Rule = above.kind === below.kind ? { ...above, ...below } : { ...below };
  const floor = mergeFloor(above.floor, below.floor);
  return floor === undefined ? merged : { ...merged, floor };
}

/** What the child says of reminders, over what its parent says. A floor is never lost. */
function mergeReminders(above: ModelSource["reminders"], below: ModelSource["reminders"]): ModelSource["reminders"] {
  return above && below ? { ...above, ...below } : (below ?? above);
}

type Survey = ModelSource["surveys"][number];

/** What the child says of a survey form, over what its parent says: by question, section and language. */
function mergeSurvey(above: Survey, below: Survey, omitted: ReadonlySet<string>): Survey {
  const sections = mergeById(above.sections ?? [], below.sections ?? [], omitted);
  const translations = mergeTranslations(above.translations ?? {}, below.translations ?? {});
  return {
    ...above,
    ...below,
    ...(sections.length ? { sections } : {}),
    ...(Object.keys(translations).length ? { translations } : {}),
    questions: mergeById(above.questions, below.questions, omitted),
  };
}

type Translations = NonNullable<Survey["translations"]>;

/** A language that the child speaks anew keeps the words around the questions, unless it brings its own. */
function mergeTranslations(above: Translations, below: Translations): Translations {
  const spoken = Object.entries(below).map(([language, texts]) => {
    const labels = texts.labels ?? above[language]?.labels;
    return [language, { ...texts, ...(labels ? { labels } : {}) }] as const;
  });
  return { ...above, ...Object.fromEntries(spoken) };
}

/** Entries that the child moves to another holder leave their old one. */
function withoutMoved<T extends WithId>(
  entries: readonly T[],
  moved: ReadonlySet<string>,
  omitted: ReadonlySet<string>,
): T[] {
  return entries.filter((entry) => !moved.has(entry.id) && !omitted.has(entry.id));
}

/** Entries named in `order` first, as it has them; the others as they stood. */
function inOrder<T extends WithId>(entries: readonly T[], order: readonly string[] = []): T[] {
  const named = new Map(entries.filter(({ id }) => order.includes(id)).map((entry) => [entry.id, entry]));
  return [...new Set(order)].flatMap((id) => named.get(id) ?? []).concat(entries.filter(({ id }) => !named.has(id)));
}

/**
 * The model in full: what the child writes, over what it takes from its parent by id, less what it omits.
 * Slogans and survey forms merge by their commitments, sections, languages and questions; rules by parameter; the rest entry by entry.
 * Reminders merge by their times. A scorecard of the child gives total and minimum n, its lines merge by id. Title, type, issuer, validity and legal
 * basis are always the child's own, and so is who receives its plan; why and what is asked come from the parent where the
 * child does not say. `order` says where entries stand that are not where the parent has them. The result
 * stands alone: no `extends`, no `omit`, no `order`.
 * Checks nothing: floors and names are the business of `loadModel`.
 */
export function extendModel(parent: ModelSource, child: ModelSource): ModelSource {
  const omitted: ReadonlySet<string> = new Set(child.omit);
  const commitments = new Set(child.slogans.flatMap((slogan) => slogan.commitments.map((one) => one.id)));
  const questions = new Set(child.surveys.flatMap((survey) => survey.questions.map((one) => one.id)));

  const slogans = mergeById(
    parent.slogans.map((slogan) => {
      const own = new Set(child.slogans.find((one) => one.id === slogan.id)?.commitments.map((one) => one.id));
      const moved = new Set([...commitments].filter((id) => !own.has(id)));
      return { ...slogan, commitments: withoutMoved(slogan.commitments, moved, omitted) };
    }),
    child.slogans,
    omitted,
    (above, below) => ({ ...above, ...below, commitments: mergeById(above.commitments, below.commitments, omitted) }),
  ).map((one) => ({ ...one, commitments: inOrder(one.commitments, child.order) }));
  const surveys = mergeById(
    parent.surveys.map((survey) => {
      const own = new Set(child.surveys.find((one) => one.id === survey.id)?.questions.map((one) => one.id));
      const moved = new Set([...questions].filter((id) => !own.has(id)));
      const sections = survey.sections?.filter(({ id }) => !omitted.has(id));
      return {
        ...survey,
        ...(sections ? { sections } : {}),
        questions: withoutMoved(survey.questions, moved, omitted),
      };
    }),
    child.surveys,
    omitted,
    (above, below) => mergeSurvey(above, below, omitted),
  );

  const rules = mergeById(
    Object.entries(parent.rules).map(([id, rule]) => ({ id, rule })),
    Object.entries(child.rules).map(([id, rule]) => ({ id, rule })),
    omitted,
    (above, below) => ({ id: below.id, rule: mergeRule(above.rule, below.rule) }),
  );

  const lines = mergeById(parent.scorecard?.lines ?? [], child.scorecard?.lines ?? [], omitted);
  const card = child.scorecard ?? parent.scorecard;
  const plan = child.plan ?? (parent.plan && { ...parent.plan, recipients: [] });

  const reminders = mergeReminders(parent.reminders, child.reminders);

  const { extends: _, scorecard: __, order, ...own } = child;
  return {
    ...own,
    ...(plan ? { plan } : {}),
    omit: [],
    slogans: inOrder(slogans, order),
    criteria: inOrder(mergeById(parent.criteria, child.criteria, omitted), order),
    rules: Object.fromEntries(inOrder(rules, order).map(({ id, rule }) => [id, rule])),
    surveys,
    forms: mergeById(parent.forms, child.forms, omitted),
    evidence: mergeById(parent.evidence, child.evidence, omitted),
    timeline: inOrder(mergeById(parent.timeline, child.timeline, omitted), order),
    reports: mergeById(parent.reports, child.reports, omitted),
    ...(reminders ? { reminders } : {}),
    ...(card && lines.length ? { scorecard: { ...card, lines } } : {}),
  };
}
