import { MAX_PHOTO_MB, MAX_PHOTOS, sendFeedback } from "@gandan/model/feedback/feedback-inputs";
import { problemOf } from "@gandan/site/caller.server";
import { type PublicCall, type PublicPage, publicPage } from "@gandan/site/public/public-page.server";
import { publicHref } from "@gandan/site/public/public-places";
import { boundedForm } from "@gandan/web/bounded-form";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type SendField, SendForm, type SendValues } from "../../feedback/send-form";

const EMPTY: SendValues = { topic: "", text: "", place: "", name: "", phone: "", email: "" };
/** Of a whole form: its photos at their largest, and what stands around them. */
const MOST_MB = MAX_PHOTOS * MAX_PHOTO_MB + 1;

interface Wrong {
  status: number;
  errors?: Partial<Record<SendField, string>>;
  problem?: string;
}

/** The form with a fresh stamp, as it was filled in. */
async function formPage({ caller, unit, t }: PublicCall, values = EMPTY, wrong?: Wrong): Promise<PublicPage> {
  const { stamp, term, mails } = await caller.feedback.begin({ slug: unit.slug });
  const { errors = {}, problem = null } = wrong ?? {};
  return {
    title: t("feedback.public.title"),
    ...(wrong ? { status: wrong.status } : { description: t("feedback.public.description", { unit: unit.name }) }),
    current: "feedback",
    body: (
      <SendForm unit={unit} stamp={stamp} term={term} mails={mails} values={values} errors={errors} problem={problem} />
    ),
  };
}

export const loader = (args: LoaderFunctionArgs) => publicPage(args, formPage);

const STATUS: Record<string, number> = { TOO_MANY: 429, CONFLICT: 409 };

/** Sends what was written and goes on to its number; otherwise the form again with what is wrong. */
export const action = (args: ActionFunctionArgs) =>
  publicPage(args, async (call) => {
    const { caller, unit, t } = call;
    // Before the body is read, which may be many megabytes.
    const flood = await caller.feedback.admit({ slug: unit.slug }).catch((error: unknown) => problemOf(t, error));
    if (flood) return formPage(call, EMPTY, { status: STATUS[flood.code] ?? 400, problem: flood.text });
    const form = await boundedForm(args.request, MOST_MB * 1024 * 1024);
    if (form === null) {
      const photos = t("feedback.public.errors.size", { max: MOST_MB });
      return formPage(call, EMPTY, { status: 413, errors: { photos } });
    }
    if (form === "broken") return formPage(call, EMPTY, { status: 400, problem: t("error.feedback.refused") });
    const text = (name: string) => String(form.get(name) ?? "").slice(0, 10_000);
    const [topic, body, place] = [text("topic"), text("text").replace(/\r\n/g, "\n"), text("place")];
    const contact = { name: text("name"), phone: text("phone"), email: text("email").trim() };
    const values = { topic, text: body, place, ...contact };
    const files = form.getAll("photo").filter((file) => file instanceof File && file.size > 0) as File[];
    if (files.length > MAX_PHOTOS) {
      const photos = t("feedback.public.errors.photos", { most: MAX_PHOTOS });
      return formPage(call, values, { status: 400, errors: { photos } });
    }
    const asked = sendFeedback.safeParse({
      slug: unit.slug,
      stamp: text("stamp").slice(0, 200),
      trap: text("website").slice(0, 200),
      topic,
      text: body,
      place,
      contact,
      photos: await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer()))),
    });
    if (!asked.success) {
      const wrong = new Set(asked.error.issues.map(({ path }) => String(path[0] === "contact" ? path[1] : path[0])));
      const fields = (["topic", "text", "place", "name", "phone", "email"] as const).filter((name) => wrong.has(name));
      const errors = Object.fromEntries(fields.map((name) => [name, t(`feedback.public.errors.${name}`)]));
      return formPage(call, values, { status: 400, errors });
    }
    try {
      const { secret } = await caller.feedback.send(asked.data);
      throw redirect(`${publicHref(unit.slug, "feedback")}/sent?${new URLSearchParams({ to: secret })}`, 303);
    } catch (error) {
      if (error instanceof Response) throw error;
      const { text: problem, code, key } = problemOf(t, error);
      const status = STATUS[code] ?? 400;
      return formPage(
        call,
        values,
        key.startsWith("feedback.photo") ? { status, errors: { photos: problem } } : { status, problem },
      );
    }
  });
