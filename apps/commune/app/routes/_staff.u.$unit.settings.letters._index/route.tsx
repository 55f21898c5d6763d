import { useT } from "@gandan/i18n/translation";
import { termWords } from "@gandan/model/rules/term-param";
import { Badge } from "@gandan/ui/badge";
import { Button } from "@gandan/ui/button";
import { DataTable } from "@gandan/ui/data-table";
import { Notice } from "@gandan/ui/notice";
import { Panel } from "@gandan/ui/panel";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { KindFields } from "../../letter-settings/kind-fields";
import { readKindForm } from "../../letter-settings/kind-form.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { kinds, unmet, mayChange } = await orResponse(t, caller.letter.kinds({ unitId }));
  const page = `${t("letterSettings.tab")}, ${t("settings.title")}`;
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    kinds: kinds.map((kind) => ({
      ...kind,
      asked: kind.asked.map(({ model, within }) =>
        t("letterSettings.asked", { model, within: termWords(within, t.language) }),
      ),
    })),
    unmet: unmet.map(({ letter, group }) =>
      t("letterSettings.unmet", {
        letter: t(`dossier.letter.${letter}`).toLocaleLowerCase("vi"),
        group: t(`dossier.group.${group as "other"}`).toLocaleLowerCase("vi"),
      }),
    ),
    mayChange: mayChange && !unit.ended,
    path,
    said: new URL(args.request.url).searchParams.get("done") === "saved" ? t("letterSettings.saved") : null,
  };
}

/** Adds a kind of the unit's own, and goes on to its text. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const { input, values, groups, errors = {} } = readKindForm(await args.request.formData(), null, t);
  if (!input) return data({ values, groups, errors, problem: null }, 422);
  let kind: string;
  try {
    ({ kind } = await caller.letter.saveKind({ unitId, ...input }));
  } catch (error) {
    return data({ values, groups, errors, problem: problemOf(t, error).text }, 422);
  }
  throw redirect(`${path}/settings/letters/${kind}?done=saved`);
}

export default function LetterKinds() {
  const { kinds, unmet, mayChange, path, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      {mayChange ? null : <Notice tone="info" title={t("settings.readOnly")} />}
      {unmet.map((text) => (
        <Notice key={text} tone="pending" title={text}>
          {t("letterSettings.unmetText")}
        </Notice>
      ))}
      <Panel id="kinds" title={t("letterSettings.title")} flush>
        <p className="panel-p muted">{t("letterSettings.lead")}</p>
        <DataTable
          caption={t("letterSettings.caption")}
          rows={kinds}
          rowKey={({ kind }) => kind}
          columns={[
            {
              key: "kind",
              header: t("letterSettings.kind"),
              cell: ({ kind, title, delivered, ended }) => (
                <>
                  <a href={`${path}/settings/letters/${kind}`}>{title}</a>{" "}
                  {ended ? <Badge>{t("letterSettings.ended")}</Badge> : null}
                  {delivered ? null : <span className="sub">{t("letterSettings.own")}</span>}
                </>
              ),
            },
            {
              key: "when",
              header: t("letterSettings.when"),
              narrowLabel: t("letterSettings.when"),
              cell: ({ occasion, groups, drafting, asked }) => (
                <>
                  {[
                    t(`letterSettings.occasion.${occasion}`),
                    ...groups.map((group) => t(`dossier.group.${group}`)),
                  ].join(", ")}
                  <span className="sub">{t(`letterSettings.drafting.${drafting}`)}</span>
                  {asked.map((text) => (
                    <span className="sub" key={text}>
                      {text}
                    </span>
                  ))}
                </>
              ),
            },
            {
              key: "text",
              header: t("letterSettings.text"),
              narrowLabel: t("letterSettings.text"),
              cell: ({ version }) =>
                version === 0 ? t("letterSettings.delivered") : t("letterSettings.version", { version }),
            },
            {
              key: "letters",
              header: t("letterSettings.written"),
              narrowLabel: t("letterSettings.written"),
              align: "number",
              cell: ({ kind, letters }) => <a href={`${path}/letters?kind=${kind}`}>{letters}</a>,
            },
          ]}
        />
      </Panel>
      {mayChange ? (
        <Panel id="add" title={t("letterSettings.addTitle")}>
          <Form method="post" className="stack">
            <KindFields kind={null} failure={failure} prefix="new" />
            <div>
              <Button kind="primary">{t("letterSettings.add")}</Button>
            </div>
          </Form>
        </Panel>
      ) : null}
    </>
  );
}
