import { lookUpDossier } from "@gandan/model/look-up/look-up-inputs";
import { problemOf } from "@gandan/site/caller.server";
import { type PublicCall, type PublicPage, publicPage } from "@gandan/site/public/public-page.server";
import { publicHref } from "@gandan/site/public/public-places";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { LookUpForm, type LookUpProblem } from "../../look-up/look-up-form";
import { LookUpResult } from "../../look-up/look-up-result";

interface Typed {
  code: string;
  factor: string;
}

function formPage(
  { unit, t }: PublicCall,
  typed: Typed,
  problems: readonly LookUpProblem[] = [],
  status = 200,
): PublicPage {
  return {
    title: t("lookUp.title"),
    ...(typed.code || status !== 200 ? {} : { description: t("lookUp.description", { unit: unit.name }) }),
    current: "lookUp",
    status,
    body: <LookUpForm unit={unit} typed={typed} problems={problems} />,
  };
}

/** The form, with the code that a slip's square code brings; with a pass, how the dossier stands. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(args, async (call) => {
    const { caller, unit, t } = call;
    const { searchParams } = new URL(args.request.url);
    const pass = searchParams.get("pass");
    const typed = { code: (searchParams.get("code") ?? "").slice(0, 100), factor: "" };
    if (pass === null) return formPage(call, typed);
    try {
      const found = await caller.lookUp.read({ slug: unit.slug, pass });
      const title = t("lookUp.found.title", { code: found.externalCode });
      return { title, current: "lookUp", body: <LookUpResult unit={unit} found={found} /> };
    } catch (error) {
      const { text, key } = problemOf(t, error);
      if (key !== "lookUp.over") throw error;
      return formPage(call, typed, [{ text }], 404);
    }
  });

/** Looks the dossier up and goes on to what was found; 400, 404 or 429 with the form and what to do otherwise. */
export const action = (args: ActionFunctionArgs) =>
  publicPage(args, async (call) => {
    const { caller, unit, t } = call;
    const form = await args.request.formData();
    const text = (name: string) => String(form.get(name) ?? "").slice(0, 400);
    const typed = { code: text("code"), factor: text("factor") };
    const asked = lookUpDossier.safeParse({ slug: unit.slug, ...typed });
    if (!asked.success) {
      const fields = new Set(asked.error.issues.map(({ path }) => path[0]));
      const problems: LookUpProblem[] = [];
      if (fields.has("code")) problems.push({ field: "code", text: t("lookUp.codeError") });
      if (fields.has("factor")) problems.push({ field: "factor", text: t("lookUp.factorError") });
      return formPage(call, typed, problems, 400);
    }
    try {
      const { pass } = await caller.lookUp.find({ slug: unit.slug, ...typed });
      throw redirect(`${publicHref(unit.slug, "lookUp")}?${new URLSearchParams({ pass })}`, 303);
    } catch (error) {
      if (error instanceof Response) throw error;
      const { text, code } = problemOf(t, error);
      return formPage(call, typed, [{ text }], code === "TOO_MANY" ? 429 : 404);
    }
  });
