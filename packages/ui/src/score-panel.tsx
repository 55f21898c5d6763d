import type { ReactNode } from "react";
import { cssVars } from "./css-vars";

export interface ScoreLine {
  key: string;
  title: string;
  /** Maximum. */
  points: number;
  /** Null where nothing was measured. */
  earned: number | null;
  /** "26,5 / 30" */
  text: string;
  /** Read instead of the bar: "26,5 trên 30 điểm". */
  label: string;
  /** Why it is so, in a few words; a link when there is something behind it. */
  reason?: ReactNode;
  href?: string | undefined;
}

export interface ScorePanelProps {
  id: string;
  title: string;
  /** "82,5" */
  value: string;
  /** "/100" */
  total: string;
  /** Coverage and n, each a short remark. */
  facts: readonly ReactNode[];
  why?: { href: string; label: string } | undefined;
  lines: readonly ScoreLine[];
}

function Points({ line }: { line: ScoreLine }) {
  if (line.earned === null) {
    return (
      <span className="pts" role="img" aria-label={line.label}>
        <i className="none" style={cssVars({ "--n": line.points })} />
      </span>
    );
  }
  const gap = Math.max(0, line.points - line.earned);
  return (
    <span className="pts" role="img" aria-label={line.label}>
      <i style={cssVars({ "--n": line.earned })} />
      {gap > 0 ? <i className="gap" style={cssVars({ "--n": gap })} /> : null}
    </span>
  );
}

/** A score that never stands alone: what was measured, n, and line by line why. */
export function ScorePanel({ id, title, value, total, facts, why, lines }: ScorePanelProps) {
  return (
    <section className="panel panel-p" aria-labelledby={id}>
      <div className="score">
        <div>
          <h2 id={id}>{title}</h2>
          <p className="score-n">
            {value}
            <small> {total}</small>
          </p>
          <ul className="score-facts">
            {facts.map((fact, place) => (
              <li key={`${id}-${place + 1}`}>{fact}</li>
            ))}
            {why ? (
              <li>
                <a href={why.href}>{why.label}</a>
              </li>
            ) : null}
          </ul>
        </div>
        <ul className="why">
          {lines.map((line) => (
            <li key={line.key}>
              <span className="label">{line.title}</span>
              <Points line={line} />
              <span className="num">{line.text}</span>
              {line.href ? <a href={line.href}>{line.reason}</a> : <span className="muted">{line.reason}</span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
