import type { ReactNode } from "react";
import { Button, ButtonLink } from "./button";

export interface FilterBarProps {
  /** "Lọc hồ sơ" */
  label: string;
  /** Where the list lives; filters are its query. */
  action: string;
  submit: string;
  /** Leads to the unfiltered list; only when something is filtered. */
  clear?: { href: string; label: string } | undefined;
  /** Kept in the query though not shown, such as the order. */
  hidden?: Readonly<Record<string, string>>;
  /** Fields that are wanted less often, folded away; open when one of them filters. */
  more?: { label: string; open: boolean; fields: ReactNode };
  /** Fields. */
  children: ReactNode;
}

/** Filters of a list, as a GET form: a filtered list has an address. */
export function FilterBar({ label, action, submit, clear, hidden = {}, more, children }: FilterBarProps) {
  return (
    <form className="filters no-print" aria-label={label} action={action} method="get">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {more ? (
        <details className="more" open={more.open}>
          <summary>{more.label}</summary>
          <div>{more.fields}</div>
        </details>
      ) : null}
      <div className="row">
        <Button icon="filter">{submit}</Button>
        {clear ? (
          <ButtonLink kind="quiet" href={clear.href}>
            {clear.label}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
