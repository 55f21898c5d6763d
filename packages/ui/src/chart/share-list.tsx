import type { ReactNode } from "react";
import { cssVars } from "../css-vars";

export interface ShareListProps {
  caption: string;
  columns: { answer: string; share: string; number: string };
  /** Shares 0..1 of one whole, or each of its own where several may be chosen. */
  rows: readonly { key: string; label: ReactNode; share: number; text: string; number: string }[];
}

/** Answers to one question: a bar, its share and its number in each row. */
export function ShareList({ caption, columns, rows }: ShareListProps) {
  return (
    <table className="table table-flush shares">
      <caption className="vh">{caption}</caption>
      <thead className="vh">
        <tr>
          <th scope="col">{columns.answer}</th>
          <th scope="col">{columns.share}</th>
          <th scope="col">{columns.number}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, share, text, number }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>
              <span className="shares-bar">
                <span className="pts" aria-hidden="true">
                  <i style={cssVars({ "--n": Math.round(share * 1000) / 1000 })} />
                  <i className="gap" style={cssVars({ "--n": 1 - Math.round(share * 1000) / 1000 })} />
                </span>
                <b>{text}</b>
              </span>
            </td>
            <td className="num">{number}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
