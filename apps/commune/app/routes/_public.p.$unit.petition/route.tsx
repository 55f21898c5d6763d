import { MAX_ALL_MB, MAX_FILES, submitPetition } from "@gandan/model/petition/petition-inputs";
import { problemOf, STATUS } from "@gandan/site/caller.server";
import { type PublicCall, type PublicPage, publicPage } from "@gandan/site/public/public-page.server";
import { boundedForm } from "@gandan/web/bounded-form";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type PetitionField, PetitionForm, type PetitionTyped } from "../../petition/petition-form";
import { PetitionReceipt } from "../../petition/petition-receipt";
import { sentFiles } from "../../petition/sent-files.server";

const EMPTY: PetitionTyped = { kind: "", text: "", name: "", address: "", contact: "", barred: [] };
const FIELDS = ["kind", "text", "name", "address", "contact"] as const;
/** Of a whole form: its files at their largest, and what stands around them. */
const MOST_BYTES = (MAX_ALL_MB + 1) * 1024 * 1024;

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
    // Before the body is read, which may be many megabytes.
    const flood = await caller.petition.admit({ slug: unit.slug }).catch((error: unknown) => problemOf(t, error));
    if (flood) return formPage(call, EMPTY, { status: STATUS[flood.code] ?? 400, problem: flood.text });
    const form = await boundedForm(args.request, MOST_BYTES);
    if (form === null) {
      const files = t("petition.public.errors.size", { max: MAX_ALL_MB });
      return formPage(call, EMPTY, { status: 413, errors: { files } });
    }
    if (form === "broken") return formPage(call, EMPTY, { status: 400, problem: t("error.petition.formForged") });
    const text = (name: string) => String(form.get(name) ?? "").replace(/\r\n/g, "\n");
    const barred = form.getAll("barred").map(String).slice(0, 50);
    const [kind, name, address, contact] = [text("kind"), text("name"), text("address"), text("contact")];
    const typed = { kind, text: text("text"), name, address, contact, barred };
    const files = await sentFiles(form);
    if (files.length > MAX_FILES) {
      const most = t("petition.public.errors.files", { most: MAX_FILES });
      return formPage(call, typed, { status: 400, errors: { files: most } });
    }
    const asked = submitPetition.safeParse({
      slug: unit.slug,
      ...typed,
      files,
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
      const { text: problem, code, key } = problemOf(t, error);
      const status = STATUS[code] ?? 400;
      const aboutFiles = key.startsWith("petition.file");
      return formPage(call, typed, aboutFiles ? { status, errors: { files: problem } } : { status, problem });
    }
  });
