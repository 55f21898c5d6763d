import { type EnterIndex, enterIndex, type LeafProblem } from "@gandan/model/index/index-inputs";

type Entry = EnterIndex["leaves"][number];

/** Digits with a comma or a point; undefined for anything else that is not empty. */
function numberOf(text: string): number | null | undefined {
  if (text === "") return null;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** What a form of a field holds, by leaf; `problems` where something is no number. */
export function readFieldForm(form: FormData): { input: EnterIndex | null; problems: LeafProblem[] } {
  const textOf = (name: string) => String(form.get(name) ?? "").trim();
  const problems: LeafProblem[] = [];
  const leaves = form.getAll("leaf").map((given): Entry => {
    const leaf = String(given);
    const number = numberOf(textOf(`value.${leaf}`));
    const isShare = ["ratio", "survey"].includes(textOf(`kind.${leaf}`));
    const leftOut = form.get(`out.${leaf}`) !== null;
    if (number === undefined && !leftOut) problems.push({ leaf, key: "field.number", details: {} });
    const value = leftOut ? "left-out" : isShare && typeof number === "number" ? number / 100 : (number ?? null);
    const seen = textOf(`seen.${leaf}`);
    return { leaf, value, note: textOf(`note.${leaf}`), seen: seen ? new Date(seen) : null };
  });
  const parsed = enterIndex.safeParse({ frameId: form.get("frameId"), leaves });
  return { input: parsed.success ? parsed.data : null, problems };
}

/** All texts of a form, to be shown again. */
export function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}
