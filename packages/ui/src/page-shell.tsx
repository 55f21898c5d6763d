import { Children, type ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { type LanguageChoice, LanguageSwitch } from "./language-switch";
import { type NavItem, NavLinks } from "./nav-links";
import { PersonItems, PersonMenu, type PersonMenuProps } from "./person-menu";
import { UnitSwitcher, type UnitSwitcherProps } from "./unit-switcher";

export interface PageShellLabels {
  skip: string;
  openMenu: string;
  mainNav: string;
  mainNavShort: string;
  language: string;
  /** Read after a count of work: "việc". */
  count: string;
}

export interface PageShellProps {
  labels: PageShellLabels;
  /** The mark, top left. */
  home: { href: string; name: string };
  /** Empty on pages before sign-in. */
  nav: readonly NavItem[];
  /** A rail with counts for desk staff; a menu where tables need the width. */
  layout?: "rail" | "menu";
  unit?: UnitSwitcherProps | undefined;
  search?: { action: string; label: string; name?: string; value?: string | undefined } | undefined;
  languages: readonly LanguageChoice[];
  /** What tells of this screen; opens beside it, so that nothing typed is lost. */
  help?: { href: string; label: string } | undefined;
  /** What the person is reminded of, with how much of it is new. */
  bell?: { href: string; label: string; count: number } | undefined;
  person?: PersonMenuProps | undefined;
  /** Two short remarks at most, as siblings or an array. */
  footer: ReactNode;
  /** Prints on A4 landscape without the shell. */
  printable?: boolean;
  children: ReactNode;
}

/** The element `search` is unknown to the older browsers of offices. */
const searchRole = { role: "search" } as const;

/** Everything around a page: skip link, top bar, menu, main region, footer. Works without script. */
export function PageShell(props: PageShellProps) {
  const {
    labels,
    home,
    nav,
    layout = "rail",
    unit,
    search,
    languages,
    help,
    bell,
    person,
    footer,
    printable,
    children,
  } = props;
  const rail = layout === "rail" && nav.length > 0;
  const links = <NavLinks items={nav} countLabel={labels.count} />;
  const main = (
    <main id="main" tabIndex={-1} className={classNames(!rail && "wide", printable && "printable")}>
      {children}
    </main>
  );
  return (
    <>
      <a className="skip" href="#main">
        {labels.skip}
      </a>
      <header className={classNames("bar", nav.length === 0 && "bar-plain")}>
        <div className="bar-in">
          {nav.length > 0 ? (
            <details className={classNames("menu", !rail && "menu-always")}>
              <summary aria-label={labels.openMenu}>
                <Icon name="menu" />
              </summary>
              <div className="menu-in">
                <nav aria-label={labels.mainNavShort}>{links}</nav>
                <div className="menu-more">
                  {person ? (
                    <>
                      <p className="pop-note label">{person.name}</p>
                      <PersonItems role={person.role} links={person.links} signOut={person.signOut} />
                    </>
                  ) : null}
                  <LanguageSwitch label={labels.language} choices={languages} />
                </div>
              </div>
            </details>
          ) : null}
          <a className="mark" href={home.href}>
            {home.name}
          </a>
          {unit ? <UnitSwitcher {...unit} /> : null}
          {search ? (
            <form className="find" {...searchRole} action={search.action} method="get">
              <label className="vh" htmlFor="shell-search">
                {search.label}
              </label>
              <Icon name="search" />
              <input
                type="search"
                id="shell-search"
                name={search.name ?? "q"}
                placeholder={search.label}
                defaultValue={search.value}
              />
            </form>
          ) : null}
          <div className="bar-end">
            {bell ? (
              <a className="bell" href={bell.href} aria-label={bell.label} title={bell.label}>
                <Icon name={bell.count > 0 ? "bell-ring" : "bell"} />
                {bell.count > 0 ? <span aria-hidden="true">{bell.count > 99 ? "99+" : bell.count}</span> : null}
              </a>
            ) : null}
            {help ? (
              <a
                className="help"
                href={help.href}
                target="_blank"
                rel="noreferrer"
                aria-label={help.label}
                title={help.label}
              >
                ?
              </a>
            ) : null}
            <LanguageSwitch label={labels.language} choices={languages} />
            {person ? <PersonMenu {...person} /> : null}
          </div>
        </div>
      </header>
      {rail ? (
        <div className="shell">
          <nav className="rail" aria-label={labels.mainNav}>
            {links}
          </nav>
          {main}
        </div>
      ) : (
        main
      )}
      <footer className="foot">
        {Children.map(footer, (remark) => (
          <span>{remark}</span>
        ))}
      </footer>
    </>
  );
}
