import { endKind, previewText, restoreText, saveText } from "@gandan/model/letter/kind-inputs";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { problemOf, unitCaller } from "../caller.server";
import { readDrafting, readKindForm } from "./kind-form.server";

/** What a form of this page has led to when it does not lead elsewhere. */
const nothing = {
  source: null as string | null,
  externalCode: "",
  problems: [] as Awaited<ReturnType<Caller["previewText"]>>["problems"],
  preview: null as Awaited<ReturnType<Caller["previewText"]>>["preview"],
  previewCode: null as string | null,
  kind: undefined as { values: Record<string, string>; groups: string[]; errors: Record<string, string> } | undefined,
  problem: null as string | null,
};
type Caller = Awaited<ReturnType<typeof unitCaller>>["caller"]["letter"];

/** Tries or saves a text, takes a version up again, changes or ends the kind: by the button that was pressed. */
export async function actOnKind(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const name = String(args.params.kind);
  const intent = values.intent;
  const text = { source: values.source ?? null, externalCode: values.externalCode ?? "" };
  let done = "saved";
  try {
    if (intent === "preview") {
      const { problems, preview, externalCode } = await caller.letter.previewText({
        unitId,
        ...previewText.parse({ ...text, kind: name }),
      });
      return data(
        { ...nothing, ...text, problems, preview, previewCode: externalCode },
        problems.length > 0 ? 422 : 200,
      );
    }
    const seen = Number(values.seen);
    if (intent === "save") {
      const saved = await caller.letter.saveText({
        unitId,
        ...saveText.parse({ kind: name, seen, source: text.source }),
      });
      if (saved.version === null) return data({ ...nothing, ...text, problems: saved.problems }, 422);
      done = saved.version === seen ? "same" : `version-${saved.version}`;
    } else if (intent === "restore") {
      const version = Number(values.version);
      const taken = await caller.letter.restoreText({ unitId, ...restoreText.parse({ kind: name, seen, version }) });
      done = `version-${taken.version}`;
    } else if (intent === "drafting") {
      const drafting = readDrafting(form, name);
      if (!drafting) return data({ ...nothing, problem: t("letterSettings.fixError") }, 422);
      await caller.letter.setDrafting({ unitId, ...drafting });
    } else if (intent === "end" || intent === "resume") {
      await caller.letter.endKind({ unitId, ...endKind.parse({ kind: name, ended: intent === "end" }) });
      done = intent === "end" ? "ended" : "saved";
    } else {
      const { input, values: typed, groups, errors = {} } = readKindForm(form, name, t);
      if (!input) return data({ ...nothing, kind: { values: typed, groups, errors } }, 422);
      await caller.letter.saveKind({ unitId, ...input });
    }
  } catch (error) {
    const { text: problem, code } = problemOf(t, error);
    return data({ ...nothing, ...text, problem }, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(`${path}/settings/letters/${name}?done=${done}`);
}
