import { OwnTextsProvider } from "@gandan/i18n/translation";
import { overlaid } from "@gandan/i18n/translator";
import { formLanguages, formSheet } from "@gandan/model/survey/form-sheet";
import { type PublicCall, type PublicPage, publicPage } from "@gandan/site/public/public-page.server";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { NotAsked, Thanks } from "./answering-ends";
import { AnsweringFrame } from "./answering-frame";
import { AskSheet, type AskSheetProps } from "./ask-sheet";
import { labelTexts } from "./form-label-texts";

type Asking = Awaited<ReturnType<PublicCall["caller"]["surveyAnswer"]["atPoint"]>>;
type Answered = Awaited<ReturnType<PublicCall["caller"]["surveyAnswer"]["answerAtPoint"]>>;
type Fields = [string, string][];

/** The two ways to a sheet: a point's code, or a dossier's token. */
interface Way {
  ask: (call: PublicCall) => Promise<Asking>;
  answer: (call: PublicCall, sent: { stamp: string; fields: Fields }) => Promise<Answered>;
  /** Many answer here, one after the other. */
  shared: boolean;
  /** Shown to staff to try: nothing is kept, and the page says so. */
  preview?: boolean;
}

/** Added to the address when a sheet was taken. */
const DONE = "done";
/** In the address of a tablet at a desk, whose script keeps what cannot be sent. */
const TABLET = "tablet";

const NOT_ASKED_STATUS: Record<Exclude<Asking["state"], "open">, number> = {
  unknown: 404,
  retired: 410,
  closed: 200,
  spent: 200,
  early: 200,
  expired: 410,
};

/** Shows the sheet of a code or a token, thanks for the one that was sent, or says why none is asked. */
export function showSheet(args: LoaderFunctionArgs, way: Way): Promise<Response> {
  return publicPage(args, async (call) => {
    const asking = await way.ask(call);
    const { searchParams, pathname } = new URL(args.request.url);
    return sheetPage(call, way, asking, {
      wanted: searchParams.get("lang"),
      done: searchParams.has(DONE),
      tablet: searchParams.has(TABLET) ? pathname : null,
    });
  });
}

/** Takes a sheet and leads to the thanks; one that is not complete comes back with what was answered. */
export function takeSheet(args: ActionFunctionArgs, way: Way): Promise<Response> {
  return publicPage(args, async (call) => {
    const url = new URL(args.request.url);
    const all = await readFields(args.request, call.t("answering.problem.tooLarge"));
    const fields = all.filter(([name]) => name !== "stamp");
    const stamp = all.find(([name]) => name === "stamp")?.[1] ?? "";
    const answered = await way.answer(call, { stamp, fields });
    const wanted = url.searchParams.get("lang");
    const tablet = url.searchParams.has(TABLET) ? url.pathname : null;
    if (answered.state === "taken") {
      const query = new URLSearchParams([
        ...(tablet ? [[TABLET, "1"]] : []),
        ...(wanted ? [["lang", wanted]] : []),
        [DONE, "1"],
      ]);
      throw redirect(`${url.pathname}?${query}`, 303);
    }
    const asking = await way.ask(call);
    const shown = { wanted, tablet, done: false, again: { fields, answered, stamp } };
    return { ...sheetPage(call, way, asking, shown), ...(asking.state === "open" ? { status: 422 } : {}) };
  });
}

/** More than the largest form with all its texts. */
const MOST_BYTES = 200_000;

/** @throws Response 413 for what no form of ours sends */
async function readFields(request: Request, problem: string): Promise<Fields> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  if (!isForm || !(length <= MOST_BYTES)) throw new Response(problem, { status: 413 });
  const fields = [...new URLSearchParams(await request.text())];
  if (fields.length > 300 || fields.some(([name, value]) => name.length > 120 || value.length > 5000)) {
    throw new Response(problem, { status: 413 });
  }
  return fields;
}

interface Shown {
  wanted: string | null;
  done: boolean;
  /** The path of the page on a tablet. */
  tablet: string | null;
  /** What was sent and not taken. */
  again?: { fields: Fields; answered: Answered; stamp: string };
}

function sheetPage(call: PublicCall, way: Way, asking: Asking, { wanted, done, tablet, again }: Shown): PublicPage {
  const { t, unit, language: own } = call;
  const form = asking.state === "open" || asking.state === "spent" ? asking.form : null;
  const languages = form ? formLanguages(form) : ["vi", "en"];
  const language = [wanted, own, "vi"].find((one) => one !== null && languages.includes(one)) ?? "vi";
  const labels = form ? formSheet(form, language).labels : null;
  const texts = labels ? labelTexts(labels) : null;
  const say = texts ? overlaid(t, texts) : t;
  /** A language that neither the interface nor the form has the words around the questions in. */
  const foreign = form !== null && !labels && language !== "vi" && language !== "en";
  const page = (title: string, body: PublicPage["body"], status = 200): PublicPage => ({
    title,
    body: (
      <AnsweringFrame unit={unit} languages={languages} language={language} query={tablet ? `${TABLET}=1&` : ""}>
        {way.preview ? <p className="ask-about">{t("survey.preview.note")}</p> : null}
        {foreign ? <p className="ask-about">{t("answering.labelsHere")}</p> : null}
        <OwnTextsProvider texts={texts}>{body}</OwnTextsProvider>
      </AnsweringFrame>
    ),
    status,
    plainType: true,
    framed: false,
  });
  if (done && (asking.state === "open" || asking.state === "spent")) {
    const next = new URLSearchParams([...(tablet ? [[TABLET, "1"]] : []), ...(wanted ? [["lang", wanted]] : [])]);
    const another = way.shared ? { another: `?${next}` } : {};
    return page(say("answering.thanks.title"), <Thanks unit={unit} form={form} language={language} {...another} />);
  }
  if (asking.state !== "open") {
    return page(
      t(`answering.not.${asking.state}.title`),
      <NotAsked unit={unit} why={asking} />,
      NOT_ASKED_STATUS[asking.state],
    );
  }
  const { answered } = again ?? {};
  const sheet: AskSheetProps = {
    form: asking.form,
    language,
    // A page that was refused keeps its stamp: when it was opened is known, and sent twice it counts once.
    stamp: answered?.state === "refused" && again ? again.stamp : asking.stamp,
    about: asking.about,
    unit,
    once: asking.source === "token",
    values: valuesOf(again?.fields ?? []),
    problems: answered?.state === "refused" ? answered.problems : [],
    tablet: tablet && asking.source === "tablet" ? { place: tablet, formId: asking.formId } : undefined,
    trouble: answered?.state === "stale" ? say("answering.problem.stale") : undefined,
  };
  return page(t("answering.title"), <AskSheet {...sheet} />);
}

function valuesOf(fields: Fields): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}
