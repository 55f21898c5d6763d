export interface ProgressProps {
  id: string;
  label: string;
  value: number;
  max: number;
  /** "268 / 412" */
  text: string;
  /** "Còn khoảng 20 giây. Có thể rời trang này." */
  hint?: string;
}

/** How far a long job has come. */
export function Progress({ id, label, value, max, text, hint }: ProgressProps) {
  const percent = max > 0 ? Math.round((100 * Math.min(value, max)) / max) : 0;
  return (
    <div className="prog">
      <div className="row between">
        <span className="label" id={id}>
          {label}
        </span>
        <span className="num">{text}</span>
      </div>
      <div
        className="prog-bar"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      {hint ? <span className="hint">{hint}</span> : null}
    </div>
  );
}
