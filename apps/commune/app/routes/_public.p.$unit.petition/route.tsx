import { submitPetition } from "@gandan/model/petition/petition-inputs";
import { problemOf, STATUS } from "@gandan/site/caller.server";
import { type PublicCall, type PublicPage, publicPage } from "@gandan/site/public/public-page.server";
import { boundedForm } from "@gandan/web/bounded-form";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type PetitionField, PetitionForm, type PetitionTyped } from "../../petition/petition-form";
import { PetitionReceipt } from "../../petition/petition-receipt";

const EMPTY: PetitionTyped = { kind: "", text: "", name: "", address: "", contact: "", barred: [] };
const FIELDS = ["kind", "text", "name", "address", "contact"] as const;
/** Of a whole form, as an address writes the letters of Vietnamese: three signs a byte. */
const MOST_BYTES = 600_000;

interface Wrong {
  status: number;
  errors?: Partial<Record<PetitionField, string>>;
  problem?: string;
}

/** What petitions are, and the form with a fresh stamp, as it was filled in. */
async function formPage({ caller, unit, t }: PublicCall, typed = EMPTY, wrong?: Wrong): Promise<PublicPage> {
  const page = await caller.petition.page({ slug: unit.slug });
  const { errors = {}, problem = null } = wrong ?? {};
  return {
    title: t("petition.public.title"),
    ...(wrong ? { status: wrong.status } : { description: t("petition.public.description") }),
    current: "petition",
    body: <PetitionForm unit={unit} page={page} typed={typed} errors={errors} problem={problem} />,
  };
}

export const loader = (args: LoaderFunctionArgs) => publicPage(args, (call) => formPage(call));

/**
 * Takes a petition. Its number and code are the answer itself, not a page to go on to: the code would stand in an
 * address, a cookie or the history of the device. Sent again, the same form is the same petition.
 */
export const action = (args: ActionFunctionArgs) =>
  publicPage(args, async (call) => {
    const { caller, unit, t } = call;
    const form = await boundedForm(args.request, MOST_BYTES);
    if (form === null)
      return formPage(call, EMPTY, { status: 413, errors: { text: t("petition.public.errors.text") } });
    if (form === "broken") return formPage(call, EMPTY, { status: 400, problem: t("error.petition.formForged") });
    const text = (name: string) => String(form.get(name) ?? "").replace(/\r\n/g, "\n");
    const barred = form.getAll("barred").map(String).slice(0, 50);
    const [kind, name, address, contact] = [text("kind"), text("name"), text("address"), text("contact")];
    const typed = { kind, text: text("text"), name, address, contact, barred };
    const asked = submitPetition.safeParse({
      slug: unit.slug,
      ...typed,
      stamp: text("stamp").slice(0, 200),
      trap: text("website").slice(0, 200),
    });
    if (!asked.success) {
      const wrong = new Set(asked.error.issues.map(({ path }) => path[0]));
      const errors = FIELDS.filter((field) => wrong.has(field)).map((field) => [
        field,
        t(`petition.public.errors.${field}`),
      ]);
      if (errors.length === 0) return formPage(call, typed, { status: 400, problem: t("error.petition.formForged") });
      return formPage(call, typed, { status: 400, errors: Object.fromEntries(errors) });
    }
    try {
      const receipt = await caller.petition.submit(asked.data);
      const body = <PetitionReceipt unit={unit} receipt={receipt} />;
      return { title: t("petition.public.sent.title"), current: "petition", body };
    } catch (error) {
      const { text: problem, code } = problemOf(t, error);
      return formPage(call, typed, { status: STATUS[code] ?? 400, problem });
    }
  });
