import { useT } from "@gandan/i18n/translation";
import { EmptyState } from "@gandan/ui/empty-state";
import { PageHead } from "@gandan/ui/page-head";
import { useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { chooseUnitLoader } from "./units.server";

/** The units of a person, to choose from. */
export function ChooseUnitPage() {
  const { units, unitBase } = useLoaderData<typeof chooseUnitLoader>();
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
              <a href={`${unitBase}/${unit.slug}`}>{unit.name}</a>
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
