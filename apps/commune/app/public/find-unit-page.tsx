import { useFormat, useT } from "@gandan/i18n/translation";
import {
  DIRECTORY_PAGE,
  type DirectoryProvince,
  type DirectoryUnit,
  type FindUnits,
  searchDirectory,
  type UnitDirectory,
} from "@gandan/model/public/unit-directory";
import { publicHref } from "@gandan/site/public/public-places";
import { Button } from "@gandan/ui/button";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { PageHead } from "@gandan/ui/page-head";
import { Pagination } from "@gandan/ui/pagination";

/** Where so few units are that all fit on the first page, nobody has to choose a province first. */
const FEW = 60;

interface Shown {
  units: DirectoryUnit[];
  total: number;
  page: number;
}

/** The units of a page of what is looked for; a page behind the last is the last. */
export function pageOfUnits(directory: UnitDirectory, asked: FindUnits): Shown {
  const everywhere = asked.q === "" && asked.province === "";
  const found = searchDirectory(directory, asked);
  if (everywhere && found.length > FEW) return { units: [], total: 0, page: 1 };
  const page = Math.min(asked.page, Math.max(1, Math.ceil(found.length / DIRECTORY_PAGE)));
  const first = (page - 1) * DIRECTORY_PAGE;
  return { units: found.slice(first, first + DIRECTORY_PAGE), total: found.length, page };
}

interface FindUnitPageProps {
  directory: UnitDirectory;
  /** Where alone is looked. */
  province: DirectoryProvince | undefined;
  /** What was typed; "" for nothing. */
  words: string;
  shown: Shown;
}

const HERE = "/p";

/** The way of a citizen to the unit's pages. */
export function FindUnitPage({ directory, province, words, shown }: FindUnitPageProps) {
  const t = useT();
  const { total } = shown;
  const searched = words !== "";
  const title = province && !searched ? t("findUnit.in", { province: province.name }) : t("findUnit.title");
  const none = searched ? t("findUnit.none", { words }) : t("findUnit.empty");
  return (
    <div className="stack-5">
      <PageHead title={title} lead={t("findUnit.lead")} />
      <form method="get" action={HERE} className="stack" {...SEARCH}>
        <Field
          id="q"
          name="q"
          label={t("findUnit.search")}
          hint={t("findUnit.searchHint")}
          defaultValue={words}
          maxLength={100}
          autoComplete="off"
        />
        {province ? <input type="hidden" name="province" value={province.slug} /> : null}
        <div className="row">
          <Button kind="primary">{t("findUnit.searchButton")}</Button>
          {province ? (
            <a href={searched ? `${HERE}?${new URLSearchParams({ q: words })}` : HERE}>
              {t(searched ? "findUnit.everywhere" : "findUnit.all")}
            </a>
          ) : null}
        </div>
      </form>
      {searched ? (
        <p className="soft" role="status">
          {total > 0 ? t("findUnit.found", { count: total, words }) : null}{" "}
          {province ? t("findUnit.searchedIn", { province: province.name }) : null}
        </p>
      ) : null}
      {total > 0 ? (
        <Units shown={shown} query={{ q: words, province: province?.slug ?? "" }} />
      ) : searched || directory.entries.length === 0 ? (
        <EmptyState
          level={2}
          icon="search"
          title={none}
          text={t(searched ? "findUnit.noneText" : "findUnit.emptyText")}
        />
      ) : null}
      {province || (searched && total > 0) ? null : <Provinces provinces={directory.provinces} />}
    </div>
  );
}

/** The element `search` is unknown to older browsers. */
const SEARCH = { role: "search" } as const;

function Provinces({ provinces }: { provinces: readonly DirectoryProvince[] }) {
  const t = useT();
  if (provinces.length < 2) return null;
  return (
    <section>
      <h2>{t("findUnit.provinces")}</h2>
      <ul className="lines pub-places">
        {provinces.map(({ slug, name, units }) => (
          <li key={slug}>
            <a href={`${HERE}?${new URLSearchParams({ province: slug })}`}>{name}</a>
            <span className="soft">{t("findUnit.units", { count: units })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Units({ shown: { units, total, page }, query }: { shown: Shown; query: { q: string; province: string } }) {
  const t = useT();
  const format = useFormat();
  const given = Object.entries(query).filter(([, value]) => value !== "");
  const first = (page - 1) * DIRECTORY_PAGE + 1;
  return (
    <section>
      <h2 className="vh">{t("findUnit.others")}</h2>
      <ul className="lines pub-places">
        {units.map((unit) => (
          <UnitLine key={unit.slug} unit={unit} within={query.q === "" && query.province !== ""} />
        ))}
      </ul>
      <Pagination
        label={t("shell.page.nav")}
        page={page}
        pages={Math.ceil(total / DIRECTORY_PAGE)}
        href={(to) => `${HERE}?${new URLSearchParams([...given, ["page", String(to)]])}`}
        labels={{
          previous: t("shell.page.previous"),
          next: t("shell.page.next"),
          page: (to) => t("shell.page.page", { page: to }),
        }}
        position={t("findUnit.shown", {
          first: format.number(first),
          last: format.number(first + units.length - 1),
          total: format.number(total),
        })}
      />
    </section>
  );
}

/** A unit; of one that is no more those that went on with it. */
function UnitLine({ unit, within }: { unit: DirectoryUnit; within: boolean }) {
  const t = useT();
  const { slug, name, code, province, ended, successors } = unit;
  const where =
    province && !within ? t("findUnit.where", { province: province.name, code }) : t("findUnit.code", { code });
  if (!ended) {
    return (
      <li>
        <a href={publicHref(slug, "promise")}>{name}</a>
        <span className="soft">{where}</span>
      </li>
    );
  }
  return (
    <li>
      <span>
        {name} {t(successors.length > 0 ? "findUnit.ended" : "findUnit.endedAlone")}
        {successors.map((next) => (
          <span key={next.slug} className="pub-next">
            <a href={publicHref(next.slug, "promise")}>{next.name}</a>
            {next.partial ? ` (${t("findUnit.part")})` : ""}
          </span>
        ))}
      </span>
      <span className="soft">{where}</span>
    </li>
  );
}
