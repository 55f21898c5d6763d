import { useT } from "@gandan/i18n/translation";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personCaller } from "../../caller.server";
import { PlainShell } from "../../plain-shell";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t } = await personCaller(args);
  const units = await caller.unit.mine();
  if (units.length === 1) throw redirect(`/u/${units[0]!.slug}`);
  return { title: t("shell.title", { page: t("session.chooseUnit") }), units };
}

export default function ChooseUnit() {
  const { units } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <PlainShell>
      <PageHead title={t("session.chooseUnit")} />
      {units.length === 0 ? (
        <EmptyState icon="landmark" title={t("session.noUnit")} />
      ) : (
        <ul className="list">
          {units.map((unit) => (
            <li key={unit.id}>
              <a href={`/u/${unit.slug}`}>{unit.name}</a>
              <span className="sub">
                {unit.parentName ? t("unit.codeAndParent", { code: unit.code, parent: unit.parentName }) : unit.code}
                {unit.ended ? ` · ${t("unit.endedBadge")}` : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PlainShell>
  );
}
