import { useFormat, useT } from "@gandan/i18n/translation";
import {
  changePublication,
  correctPublication,
  publicationId,
  seenPublication,
} from "@gandan/model/publication/publication-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { FactList } from "@gandan/ui/fact-list";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { CorrectForm, DraftForms } from "../../publication/draft-forms";
import { PublicationFigures } from "../../publication/publication-figures";
import { PublicationLinks } from "../../publication/publication-links";

const DONE = ["drafted", "saved", "recounted", "signed", "correcting"] as const;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const id = publicationId.safeParse({ publicationId: args.params.publication });
  if (!id.success) throw new Response(t("error.publication.notFound"), { status: 404, statusText: "NOT_FOUND" });
  const publication = await orResponse(t, caller.publication.read({ unitId, ...id.data }));
  const done = DONE.find((one) => one === new URL(args.request.url).searchParams.get("done"));
  return {
    title: t("shell.titleWithUnit", { page: publication.title, unit: unit.name }),
    path,
    publication,
    may: unit.ended ? { edit: false, sign: false } : publication.may,
    said: done ? t(`publication.done.${done}`) : null,
  };
}

/** Saves the remark, counts anew, signs, drops, or begins a correction: whichever form was sent. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = Object.fromEntries(await args.request.formData());
  const sent = { ...form, publicationId: args.params.publication, revision: Number(form.revision) };
  const here = `${path}/publications`;
  const wrong = (problem: string, correction: string | null = null) => data({ problem, correction }, 422);
  try {
    if (form.intent === "correct") {
      const read = correctPublication.safeParse(sent);
      if (!read.success) return wrong(t("publication.fieldCorrection"), String(form.correction ?? ""));
      const made = await caller.publication.correct({ unitId, ...read.data });
      return redirect(`${here}/${made.publicationId}?done=correcting`);
    }
    if (form.intent === "save") {
      const read = changePublication.safeParse(sent);
      if (!read.success) return wrong(t("error.invalid"));
      await caller.publication.change({ unitId, ...read.data });
      return redirect(`${here}/${read.data.publicationId}?done=saved`);
    }
    const seen = seenPublication.safeParse(sent);
    if (!seen.success) return wrong(t("error.publication.notFound"));
    const { publicationId: id } = seen.data;
    if (form.intent === "drop") {
      await caller.publication.drop({ unitId, publicationId: id });
      return redirect(`${here}?done=dropped`);
    }
    if (form.intent === "sign") await caller.publication.sign({ unitId, ...seen.data });
    else await caller.publication.recount({ unitId, ...seen.data });
    return redirect(`${here}/${id}?done=${form.intent === "sign" ? "signed" : "recounted"}`);
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text, correction: null }, code === "CONFLICT" ? 409 : 422);
  }
}

export default function PublicationPage() {
  const { path, publication, may, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const format = useFormat();
  const { id, title, from, to, state, signedAt, signer, snapshot, remark, revision } = publication;
  const draft = state === "draft";
  const base = `${path}/publications`;
  const span = { from: format.date(from), to: format.date(to) };
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: base, label: t("publication.title") },
        ]}
        current={t("publication.span", span)}
      />
      <PageHead
        title={t("publication.of", { title, ...span })}
        lead={
          draft
            ? t("publication.draftLead")
            : t("publication.signedLead", { time: format.dateTime(signedAt), signer: signer ?? "–" })
        }
        actions={<a href={`${base}/${id}.pdf`}>{t("publication.paper")}</a>}
      />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      <PublicationLinks base={base} corrects={publication.corrects} correctedBy={publication.correctedBy} />
      <PublicationFigures snapshot={snapshot} />
      {draft ? (
        <DraftForms revision={revision} remark={remark} may={may} />
      ) : (
        <>
          {remark ? (
            <Panel id="remark" title={t("publication.remark")}>
              <p className="pre-line">{remark}</p>
            </Panel>
          ) : null}
          <FactList
            facts={[
              { term: t("publication.checksum"), value: <code>{publication.checksum}</code> },
              { term: t("publication.hash"), value: <code>{publication.hash}</code> },
            ]}
          />
          {may.edit && !publication.correctedBy ? <CorrectForm given={failure?.correction ?? undefined} /> : null}
        </>
      )}
    </div>
  );
}
