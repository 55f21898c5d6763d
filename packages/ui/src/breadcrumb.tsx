import { Icon } from "./icon";

export interface BreadcrumbProps {
  /** "Đường dẫn" */
  label: string;
  links: readonly { href: string; label: string }[];
  /** The page itself, not a link. */
  current: string;
}

/** The way here. */
export function Breadcrumb({ label, links, current }: BreadcrumbProps) {
  return (
    <nav className="crumb" aria-label={label}>
      <ol>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
            <Icon name="chevron-right" />
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  );
}
