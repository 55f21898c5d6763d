import { Icon } from "./icon";

export interface PaginationProps {
  /** "Phân trang" */
  label: string;
  /** From 1. */
  page: number;
  pages: number;
  href: (page: number) => string;
  labels: { previous: string; next: string; page: (page: number) => string };
  /** "1–50 trên 412" */
  position?: string | undefined;
}

function shown(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pages);
}

/** Links to the pages of a list; nothing when there is but one. */
export function Pagination({ label, page, pages, href, labels, position }: PaginationProps) {
  if (pages <= 1) return position ? <p className="pages-note">{position}</p> : null;
  const numbers = shown(page, pages);
  return (
    <nav className="pages" aria-label={label}>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          <Icon name="chevron-left" />
          {labels.previous}
        </a>
      ) : null}
      {numbers.map((number, place) => (
        <span key={number} className="pages-one">
          {place > 0 && number - (numbers[place - 1] ?? 0) > 1 ? <span className="muted">…</span> : null}
          <a href={href(number)} aria-label={labels.page(number)} aria-current={number === page ? "page" : undefined}>
            {number}
          </a>
        </span>
      ))}
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          {labels.next}
          <Icon name="chevron-right" />
        </a>
      ) : null}
      {position ? <span className="pages-note">{position}</span> : null}
    </nav>
  );
}
