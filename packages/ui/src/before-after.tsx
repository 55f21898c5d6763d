export interface BeforeAfterProps {
  caption: string;
  labels: { item: string; before: string; after: string };
  rows: readonly { key: string; title: string; note?: string | undefined; before: string; after: string }[];
}

/** Figures under two versions, side by side. */
export function BeforeAfter({ caption, labels, rows }: BeforeAfterProps) {
  return (
    <table className="table table-flush before-after">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.item}</th>
          <th scope="col" className="num">
            {labels.before}
          </th>
          <th scope="col" className="num">
            {labels.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              {row.title} {row.note ? <span className="muted">{row.note}</span> : null}
            </th>
            <td className="num">{row.before}</td>
            <td className="num new">{row.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
