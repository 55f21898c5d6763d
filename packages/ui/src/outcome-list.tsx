import type { ReactNode } from "react";
import { OutcomeBadge, type OutcomeBadgeProps } from "./outcome-badge";

export interface OutcomeListProps {
  items: readonly {
    key: string;
    title: string;
    href?: string | undefined;
    outcome: OutcomeBadgeProps["outcome"];
    outcomeLabel: string;
    /** The reason in a sentence. */
    reason?: ReactNode;
    /** Clause, figures and version behind it. */
    why?: ReactNode;
  }[];
  whyLabel: string;
}

/** Outcomes, each with its reason. */
export function OutcomeList({ items, whyLabel }: OutcomeListProps) {
  return (
    <ul className="rules">
      {items.map((item) => (
        <li key={item.key}>
          <div className="row between">
            <span className="label">{item.href ? <a href={item.href}>{item.title}</a> : item.title}</span>
            <OutcomeBadge outcome={item.outcome} label={item.outcomeLabel} />
          </div>
          {item.reason ? <p className="soft">{item.reason}</p> : null}
          {item.why ? (
            <details>
              <summary>
                {whyLabel}
                <span className="vh"> {item.title}</span>
              </summary>
              <p>{item.why}</p>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
