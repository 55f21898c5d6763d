import { OutcomeBadge } from "../outcome-badge";
import { IntervalBar } from "./interval-bar";

export interface RankItem {
  key: string;
  name: string;
  href?: string | undefined;
  /** "1–4" when intervals overlap; null when there is too little to rank. */
  rank: string | null;
  /** Null when there is too little. */
  score: { at: number; low: number; high: number; text: string; label: string } | null;
  /** "n = 718" */
  n: string;
}

export interface RankListProps {
  items: readonly RankItem[];
  axis: { min: number; max: number; ticks: readonly string[] };
  labels: { rank: string; points: string; n: string; few: string };
  /** What a shared rank means. */
  note?: string | undefined;
}

/** A ranking by points with their intervals; where intervals overlap the rank is shared. */
export function RankList({ items, axis, labels, note }: RankListProps) {
  return (
    <>
      <ol className="rank">
        <li className="rank-head" aria-hidden="true">
          <span>{labels.rank}</span>
          <span />
          <span className="axis">
            {axis.ticks.map((tick) => (
              <span key={tick}>{tick}</span>
            ))}
          </span>
          <span className="val">{labels.points}</span>
          <span className="n">{labels.n}</span>
        </li>
        {items.map((item) => (
          <li key={item.key}>
            {item.rank === null ? (
              <span className="muted">–</span>
            ) : (
              <b className="nowrap">
                <span className="vh">{labels.rank} </span>
                {item.rank}
              </b>
            )}
            {item.href ? <a href={item.href}>{item.name}</a> : <span>{item.name}</span>}
            {item.score ? (
              <div>
                <IntervalBar {...item.score} min={axis.min} max={axis.max} />
              </div>
            ) : (
              <span>
                <OutcomeBadge outcome="not-applicable" label={labels.few} />
              </span>
            )}
            <span className={item.score ? "val" : "val muted"}>{item.score?.text ?? "–"}</span>
            <span className="n">{item.n}</span>
          </li>
        ))}
      </ol>
      {note ? <p className="figure-note">{note}</p> : null}
    </>
  );
}
