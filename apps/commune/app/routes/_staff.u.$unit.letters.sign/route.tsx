import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import { Tabs } from "@gandan/ui/tabs";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { orResponse, problemOf, unitCaller } from "../../caller.server";
import { readSigning } from "../../letter/letter-form.server";
import { type PickLetter, PickList } from "../../letter/pick-list";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, unit, unitId, path } = await unitCaller(args);
  const found = await orResponse(t, caller.letter.signable({ unitId }));
  const { searchParams } = new URL(args.request.url);
  const kinds = [...new Map(found.letters.map(({ kind, kindTitle }) => [kind, kindTitle]))];
  const asked = searchParams.get("kind");
  const kind = kinds.some(([each]) => each === asked) ? asked : null;
  const signs = found.capacity !== null && !unit.ended;
  const page = t(signs ? "signing.title" : "signing.checkTitle");
  const checked = /^checked-(\d{1,3})$/.exec(searchParams.get("done") ?? "")?.[1];
  return {
    title: t("shell.titleWithUnit", { page, unit: unit.name }),
    page,
    found,
    kinds,
    kind,
    signs,
    checks: found.mayCheck && !unit.ended,
    ticksAll: searchParams.get("pick") !== "none",
    now: new Date(),
    path,
    said: checked ? t("signing.checkedDone", { count: Number(checked) }) : null,
  };
}

/** Signs what is ticked, or notes that it was checked: by the button that was pressed. */
export async function action(args: ActionFunctionArgs) {
  const { caller, t, unitId, path } = await unitCaller(args);
  const form = await args.request.formData();
  const chosen = readSigning(form);
  if (!chosen) return data({ problem: t("signing.pickError") }, 422);
  let to: string;
  try {
    if (form.get("intent") === "check") {
      const { checked } = await caller.letter.check({ unitId, ...chosen });
      to = `${path}/letters/sign?done=checked-${checked}`;
    } else {
      const { batchId } = await caller.letter.sign({ unitId, ...chosen });
      to = `${path}/letters/batches/${batchId}`;
    }
  } catch (error) {
    const { text, code } = problemOf(t, error);
    return data({ problem: text }, code === "CONFLICT" ? 409 : 422);
  }
  throw redirect(to);
}

const CAPACITY_TEXT = {
  head: "signing.asHead",
  deputy: "signing.asDeputy",
  "by-order": "signing.asOrder",
  authorised: "signing.asAuthorised",
} as const;

export default function SignLetters() {
  const { page, found, kinds, kind, signs, checks, ticksAll, now, path, said } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState<number | null>(null);
  const { capacity, checkRequired, waiting } = found;
  const here = `${path}/letters/sign`;
  const shown = found.letters.filter((letter) => kind === null || letter.kind === kind);
  const apart = (letter: PickLetter) => letter.tone === "condolence";
  const fits = (letter: PickLetter) => !signs || !checkRequired || letter.checkedAt !== null;
  const parts = [
    { id: "waiting", title: t("signing.waiting"), text: null, letters: shown.filter((letter) => !apart(letter)) },
    { id: "apart", title: t("signing.condolence"), text: t("signing.condolenceText"), letters: shown.filter(apart) },
  ].filter(({ letters }) => letters.length > 0);
  const ticks = () => setCount(form.current?.querySelectorAll("input[name=letter]:checked").length ?? null);
  // Boxes may be ticked before the script is there.
  useEffect(ticks, [kind, ticksAll]);
  return (
    <div className="phone stack-5">
      <Breadcrumb
        label={t("shell.breadcrumb")}
        links={[
          { href: path, label: t("shell.nav.today") },
          { href: `${path}/letters`, label: t("letter.title") },
        ]}
        current={page}
      />
      <PageHead title={page} lead={t("signing.lead")} />
      <div className="stack-4">
        {failure?.problem ? <Notice tone="missed" announce="now" title={failure.problem} /> : null}
        {said && !failure ? <Notice tone="met" announce="polite" title={said} /> : null}
        {capacity && signs ? (
          <Notice tone="info" title={t(CAPACITY_TEXT[capacity.signer.capacity], { title: capacity.signer.title })} />
        ) : checks ? null : (
          <Notice tone="pending" title={t("signing.notToday")}>
            {t("signing.notTodayText")}
          </Notice>
        )}
        {waiting > found.letters.length ? (
          <Notice tone="info" title={t("signing.more", { count: found.letters.length })} />
        ) : null}
        {kinds.length > 1 ? (
          <Tabs
            label={t("signing.kinds")}
            tabs={[
              { href: here, label: t("signing.allKinds"), current: kind === null },
              ...kinds.map(([each, title]) => ({
                href: `${here}?kind=${encodeURIComponent(each)}`,
                label: title,
                current: kind === each,
              })),
            ]}
          />
        ) : null}
      </div>
      {parts.length === 0 ? (
        <EmptyState icon="mail-check" level={2} title={t("signing.none")} text={t("signing.noneText")} />
      ) : (
        <Form method="post" className="stack-5" ref={form} onChange={ticks} key={`${kind} ${ticksAll}`}>
          {parts.map(({ id, title, text, letters }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>
                {title} <small className="num">{letters.length}</small>
              </h2>
              {text ? <p className="soft small">{text}</p> : null}
              <PickList
                letters={letters}
                path={path}
                now={now}
                checkRequired={checkRequired}
                ticked={(letter) => ticksAll && !apart(letter) && fits(letter)}
              />
            </section>
          ))}
          {signs || checks ? (
            <>
              <p className="row no-print">
                <a
                  href={`${here}?${new URLSearchParams({ ...(kind ? { kind } : {}), pick: ticksAll ? "none" : "all" })}`}
                >
                  {t(ticksAll ? "signing.pickNone" : "signing.pickAll")}
                </a>
              </p>
              <section className="dock no-print" aria-label={t("signing.dock")}>
                <div className="stack">
                  {signs ? (
                    <Button kind="primary" size="large" wide icon="signature" name="intent" value="sign">
                      {count ? t("signing.signCount", { count }) : t("signing.sign")}
                    </Button>
                  ) : null}
                  {checks ? (
                    <Button kind={signs ? "plain" : "primary"} wide name="intent" value="check">
                      {t("signing.check")}
                    </Button>
                  ) : null}
                </div>
              </section>
            </>
          ) : null}
        </Form>
      )}
    </div>
  );
}
