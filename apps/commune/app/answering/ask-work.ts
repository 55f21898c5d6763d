import type { useT } from "@gandan/i18n/translation";
import type { Question } from "@gandan/model/model/model-schema";
import { answeringSeconds } from "@gandan/model/survey/answering-time";
import type { FormSheet } from "@gandan/model/survey/form-sheet";
import type { Conditions } from "./ask-conditions";
import { LEVELS } from "./ask-levels";
import { hintsOf } from "./ask-parts";
import { optionsOf } from "./ask-question";

/** The questions of a part as they are drawn: neighbours with levels under the same condition share one head. */
export function runsOf(questions: readonly Question[], conditions: Conditions): Question[][] {
  const runs: Question[][] = [];
  for (const question of questions) {
    const last = runs.at(-1)?.[0];
    const joins =
      last?.kind === "level5" &&
      question.kind === "level5" &&
      conditions.groupOf(last.asked_when) === conditions.groupOf(question.asked_when);
    if (joins) runs.at(-1)?.push(question);
    else runs.push([question]);
  }
  return runs;
}

/** The estimate is said in steps of so many seconds, never less than it is. */
const STEP = 5;

/**
 * How long the sheet takes whoever answers all that is shown at first, in seconds, from its own words and taps.
 * `around`: what stands above the questions. Free text takes as long as somebody wishes: only its words are counted.
 */
export function sheetSeconds(
  sheet: FormSheet,
  conditions: Conditions,
  around: readonly string[],
  t: ReturnType<typeof useT>,
): number {
  const texts: string[] = [...around, t("answering.send")];
  let choices = 0;
  for (const part of sheet.parts) {
    const asked = part.questions.filter(conditions.isAlways);
    if (part.title && asked.length > 0) texts.push(part.title);
    if (part.folded) {
      texts.push(t("answering.optional"));
      continue;
    }
    for (const run of runsOf(asked, conditions)) {
      if (run[0]?.kind === "level5") texts.push(...LEVELS.map((level) => t(`answering.level.${level}`)));
      for (const question of run) {
        texts.push(question.text, ...hintsOf(question, false, t), ...optionsOf(question, t).map(({ label }) => label));
        if (question.kind !== "text") choices++;
      }
    }
  }
  const seconds = answeringSeconds(sheet.language, { texts, choices, taps: 1 });
  return Math.ceil(seconds / STEP) * STEP;
}
