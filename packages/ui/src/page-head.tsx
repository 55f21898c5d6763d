import type { ReactNode } from "react";

export interface PageHeadProps {
  title: ReactNode;
  /** One sentence, or the facts of the thing shown. */
  lead?: ReactNode;
  /** Secondary actions; the one filled button belongs to the banner. */
  actions?: ReactNode;
}

/** The heading of a page (its only h1). */
export function PageHead({ title, lead, actions }: PageHeadProps) {
  return (
    <div className="head">
      <div>
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
      </div>
      {actions ? <div className="row no-print">{actions}</div> : null}
    </div>
  );
}
