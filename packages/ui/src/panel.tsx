import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface PanelProps {
  id: string;
  title: ReactNode;
  /** Right of the heading: a key, a link, a remark. */
  aside?: ReactNode;
  /** Without padding, for tables that run to the edge. */
  flush?: boolean;
  /** Hides the heading from sight, not from the page's outline. */
  titleHidden?: boolean;
  level?: 2 | 3;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export function Panel({ id, title, aside, flush, titleHidden, level = 2, children }: PanelProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="panel" aria-labelledby={id}>
      <div className={classNames(titleHidden ? "vh" : "panel-h")}>
        <Heading id={id}>{title}</Heading>
        {aside && !titleHidden ? <div className="panel-aside">{aside}</div> : null}
      </div>
      {flush ? children : <div className={titleHidden ? "panel-p" : "panel-b"}>{children}</div>}
    </section>
  );
}
