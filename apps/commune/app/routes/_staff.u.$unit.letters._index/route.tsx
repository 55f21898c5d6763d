import { useT } from "@gandan/i18n/translation";
import { LETTER_STATES, listLetters } from "@gandan/model/letter/letter-inputs";
import { deliverLetter, returnLetter } from "@gandan/model/letter/signing-inputs";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { NextBanner } from "@gandan/ui/next-banner";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";
import { Panel } from "@gandan/ui/panel";
import { Tabs } from "@gandan/ui/tabs";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readSigning } from "../../letter/letter-form.server";
import { LetterTable } from "../../letter/letter-table";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const { searchParams } = new URL(args.request.url);
  const asked = listLetters.parse({
    state: searchParams.get("state") ?? undefined,
    page: searchParams.get("page") ?? 1,
  });
  const found = await orResponse(t, caller.letter.list({ unitId, ...asked }));
  const done = searchParams.get("done") ?? "";
  const signed = /^signed-(\d{1,2})$/.exec(done)?.[1];
  const said = signed
    ? t("letter.signedDone", { count: Number(signed) })
    : done === "saved"
      ? t("letter.saved")
      : done
        ? t("letter.done")
        : null;
  const title = t("shell.titleWithUnit", { page: t("letter.title"), unit: unit.name });
  return { title, found, state: asked.state ?? null, path, said };
}

/** Signs what is ticked, returns a draft, or notes a delivery: whichever form was sent. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const here = `${path}/letters`;
  const [sendBack, deliver] = [form.get("sendBack"), form.get("deliver")];
  try {
    if (typeof sendBack === "string") {
      const returning = returnLetter.safeParse({ letterId: sendBack, remark: form.get("remark") });
      if (!returning.success) return data({ problem: t("letter.remarkError") }, 422);
      await caller.letter.sendBack({ unitId, ...returning.data });
      return redirect(`${here}?state=returned&done=returned`);
    }
    if (typeof deliver === "string") {
      const delivery = deliverLetter.safeParse({ letterId: deliver, how: form.get("how") });
      if (!delivery.success) return data({ problem: t("error.field.choice") }, 422);
      await caller.letter.deliver({ unitId, ...delivery.data });
      return redirect(`${here}?state=delivered&done=delivered`);
    }
    const signing = readSigning(form);
    if (!signing) return data({ problem: t("letter.pickError") }, 422);
    const { signed } = await caller.letter.sign({ unitId, ...signing });
    return redirect(`${here}?state=signed&done=signed-${signed.length}`);
  } catch (error) {
    return data({ problem: problemOf(t, error).text }, 409);
  }
}

export default function Letters() {
  const { found, state, path, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const here = `${path}/letters`;
  const { letters, counts, maySign } = found;
  const waiting = counts.drafted ?? 0;
  const signs = maySign && letters.some((letter) => letter.state === "drafted");
  const total = state
    ? (counts[state] ?? 0)
    : LETTER_STATES.reduce((sum, each) => sum + (each === "withdrawn" ? 0 : (counts[each] ?? 0)), 0);
  const first = (found.page - 1) * found.pageSize;
  return (
    <div className="stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[{ href: path, label: t("shell.nav.today") }]}
        current={t("letter.title")}
      />
      <PageHead title={t("letter.title")} lead={t("letter.lead")} />
      {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
      {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
      {maySign ? (
        <NextBanner
          id="next"
          icon="mail"
          tone={waiting > 0 ? "pending" : "met"}
          title={waiting > 0 ? t("letter.toSign", { count: waiting }) : t("letter.nothingToSign")}
          text={waiting > 0 ? t("letter.toSignText") : undefined}
        />
      ) : null}
      <Tabs
        label={t("letter.stateLabel")}
        tabs={[
          { href: here, label: t("letter.all"), current: state === null },
          ...LETTER_STATES.map((each) => ({
            href: `${here}?state=${each}`,
            label: t(`letter.state.${each}`),
            count: counts[each] ? String(counts[each]) : undefined,
            current: state === each,
          })),
        ]}
      />
      {letters.length === 0 ? (
        <EmptyState
          icon="mail"
          title={state ? t("letter.noneOfState") : t("letter.none")}
          text={state ? undefined : t("letter.noneText")}
        />
      ) : (
        <Panel id="letters" title={t("letter.caption")} titleHidden flush>
          <LetterTable letters={letters} path={path} signing={signs ? "sign" : null} mayDraft={found.mayDraft} />
        </Panel>
      )}
      {signs ? (
        <Form method="post" id="sign" className="panel panel-p row">
          <Button kind="primary">{t("letter.sign")}</Button>
        </Form>
      ) : null}
      {total > found.pageSize ? (
        <Pagination
          label={t("shell.page.nav")}
          page={found.page}
          pages={Math.ceil(total / found.pageSize)}
          href={(page) => `${here}?${new URLSearchParams({ ...(state ? { state } : {}), page: String(page) })}`}
          labels={{
            previous: t("shell.page.previous"),
            next: t("shell.page.next"),
            page: (page) => t("shell.page.page", { page }),
          }}
          position={t("shell.page.range", { from: first + 1, to: first + letters.length, total })}
        />
      ) : null}
    </div>
  );
}
