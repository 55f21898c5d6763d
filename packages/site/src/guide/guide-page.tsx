import { useT } from "@gandan/i18n/translation";
import { Breadcrumb } from "@gandan/ui/breadcrumb";
import { EmptyState } from "@gandan/ui/empty-state";
import { Field } from "@gandan/ui/field";
import { FilterBar } from "@gandan/ui/filter-bar";
import { PageHead } from "@gandan/ui/page-head";
import { useLoaderData } from "@remix-run/react";
import { PlainShell } from "../shell/plain-shell";
import type { guideLoader } from "./guide.server";
import { GuideBlocks } from "./guide-blocks";

/** A page of the officers' guide: its text, what stands on it, all pages, and a search; without any script. */
export function GuidePage() {
  const { page, contents, words } = useLoaderData<typeof guideLoader>();
  const t = useT();
  const here = page.slug ? `/guide/${page.slug}` : "/guide";
  // The first page is the list of contents itself.
  const beside = page.slug !== null || words !== "";
  return (
    <PlainShell>
      <div className={beside ? "guide" : undefined}>
        {beside ? (
          <nav className="no-print" aria-label={t("guide.contents")}>
            <p className="label">{t("guide.contents")}</p>
            <ul>
              {contents.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={`/guide/${slug}`} aria-current={slug === page.slug ? "page" : undefined} lang="vi">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div className="stack-5">
          <Breadcrumb
            label={t("shell.breadcrumb")}
            links={page.slug ? [{ href: "/guide", label: t("guide.title") }] : [{ href: "/", label: t("shell.name") }]}
            current={page.slug ? page.title : t("guide.title")}
          />
          <PageHead title={page.title} lead={t("guide.language")} />
          <FilterBar
            label={t("guide.search")}
            action={here}
            submit={t("shell.action.search")}
            clear={words ? { href: here, label: t("guide.clear") } : undefined}
          >
            <Field
              id="guide-words"
              name="q"
              control="search"
              label={page.slug ? t("guide.searchPage") : t("guide.searchAll")}
              defaultValue={words}
              maxLength={60}
            />
          </FilterBar>
          {words && page.slug ? (
            <p className="no-print">
              <a href={`/guide?q=${encodeURIComponent(words)}`}>{t("guide.everywhere", { words })}</a>
            </p>
          ) : null}
          {words && !page.slug ? <Finds /> : <PageText />}
        </div>
      </div>
    </PlainShell>
  );
}

function PageText() {
  const { page } = useLoaderData<typeof guideLoader>();
  const t = useT();
  return (
    <>
      {page.slug && page.sections.length > 1 ? (
        <nav className="row no-print" aria-label={t("guide.onPage")} lang="vi">
          {page.sections.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      ) : null}
      <article className="guide-text" lang="vi">
        <GuideBlocks blocks={page.blocks} />
      </article>
    </>
  );
}

function Finds() {
  const { finds, words } = useLoaderData<typeof guideLoader>();
  const t = useT();
  if (finds.length === 0) return <EmptyState icon="search" title={t("guide.none", { words })} />;
  const query = `?q=${encodeURIComponent(words)}`;
  return (
    <section className="guide-text" aria-labelledby="finds">
      <h2 id="finds">{t("guide.found", { words })}</h2>
      <ul lang="vi">
        {finds.map(({ slug, page, section, excerpt }) => (
          <li key={`${slug} ${section?.id ?? ""}`}>
            <a href={`/guide/${slug}${query}${section ? `#${section.id}` : ""}`}>
              {section ? `${page}: ${section.title}` : page}
            </a>
            <p className="soft">
              {excerpt.before}
              <mark>{excerpt.found}</mark>
              {excerpt.after}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
