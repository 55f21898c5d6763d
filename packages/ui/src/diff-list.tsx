import { Badge } from "./badge";

export interface DiffEntry {
  key: string;
  kind: "added" | "removed" | "changed";
  /** What is changed, in words: "Biết xin lỗi › Thư xin lỗi". */
  title: string;
  before?: string | undefined;
  after?: string | undefined;
  /** "chặt hơn" */
  note?: string | undefined;
}

export interface DiffListProps {
  entries: readonly DiffEntry[];
  labels: Record<DiffEntry["kind"], string> & { before: string; after: string };
}

/** Differences of two versions, in words and not by colour alone. */
export function DiffList({ entries, labels }: DiffListProps) {
  return (
    <ul className="diffs">
      {entries.map((entry) => (
        <li key={entry.key} className={`diffs-${entry.kind}`}>
          <p className="row">
            <Badge tone={entry.kind === "changed" ? "accent" : "line"}>{labels[entry.kind]}</Badge>
            <span className="label">{entry.title}</span>
            {entry.note ? <span className="muted small">({entry.note})</span> : null}
          </p>
          {entry.before ? (
            <p>
              <span className="diffs-side">{labels.before}</span> <del>{entry.before}</del>
            </p>
          ) : null}
          {entry.after ? (
            <p>
              <span className="diffs-side">{labels.after}</span> <ins>{entry.after}</ins>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
