import { letterId } from "@gandan/model/letter/letter-inputs";
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { problemOf, unitCaller } from "../caller.server";
import { readDraftForm } from "./draft-form.server";

/**
 * Saves the form of a letter and submits it for signing, or gives the letter up and goes `back`. What was typed comes
 * back with what to correct.
 */
export async function saveDraft(
  args: ActionFunctionArgs,
  of: { kind: string; dossierId: string | null; late: boolean },
  back: string,
) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const none: Record<string, string> = {};
  const given = letterId.safeParse({ letterId: form.get("withdraw") });
  let typed = none;
  try {
    if (given.success) {
      await caller.letter.withdraw({ unitId, ...given.data });
      throw redirect(back);
    }
    const { input, values, refusal } = readDraftForm(form, of, t);
    if (!input) return data({ ...refusal, problem: null }, 422);
    typed = values;
    await caller.letter.draft({ unitId, ...input });
  } catch (error) {
    if (error instanceof Response) throw error;
    return data({ values: typed, errors: none, problem: problemOf(t, error).text }, 422);
  }
  throw redirect(`${path}/letters?done=saved`);
}
