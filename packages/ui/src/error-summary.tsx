import { Icon } from "./icon";

export interface ErrorSummaryProps {
  /** "Có 2 chỗ cần sửa" */
  title: string;
  /** What has not happened. */
  text?: string;
  /** Each leads to its field by id. */
  errors: readonly { id?: string; text: string }[];
}

/** What is wrong with a form that came back, at its top, with the way to each field. Nothing when nothing is. */
export function ErrorSummary({ title, text, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="banner banner-missed summary" role="alert" tabIndex={-1}>
      <Icon name="octagon-x" />
      <div>
        <h2>{title}</h2>
        {text ? <p className="soft">{text}</p> : null}
        <ul>
          {errors.map((error) => (
            <li key={`${error.id ?? ""} ${error.text}`}>
              {error.id ? <a href={`#${error.id}`}>{error.text}</a> : error.text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
