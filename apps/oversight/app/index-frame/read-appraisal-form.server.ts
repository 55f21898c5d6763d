import { type AppraiseIndex, appraiseIndex, type LeafProblem } from "@gandan/model/index/index-inputs";

type Appraisal = AppraiseIndex["leaves"][number];

/** Digits with a comma or a point; undefined for anything else that is not empty. */
function numberOf(text: string): number | null | undefined {
  if (text === "") return null;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** What the form of a field holds, by leaf; `problems` where something is no number. */
export function readAppraisalForm(
  form: FormData,
  round: Pick<AppraiseIndex, "below" | "year">,
): { input: AppraiseIndex | null; problems: LeafProblem[] } {
  const textOf = (name: string) => String(form.get(name) ?? "").trim();
  const problems: LeafProblem[] = [];
  const leaves = form.getAll("leaf").map((given): Appraisal => {
    const leaf = String(given);
    const number = numberOf(textOf(`points.${leaf}`));
    const leftOut = form.get(`out.${leaf}`) !== null;
    if (number === undefined && !leftOut) problems.push({ leaf, key: "field.number", details: {} });
    const [self, seen] = [textOf(`self.${leaf}`), textOf(`seen.${leaf}`)];
    return {
      leaf,
      points: leftOut ? "left-out" : (number ?? null),
      reason: textOf(`reason.${leaf}`),
      self: self === "" ? null : Number(self),
      seen: seen === "" ? null : new Date(seen),
    };
  });
  const parsed = appraiseIndex.safeParse({ ...round, leaves });
  return { input: parsed.success ? parsed.data : null, problems };
}
