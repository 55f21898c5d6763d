import { Icon, type IconName } from "./icon";

export interface LinkTreeProps {
  id: string;
  /** What the tree is of: "Khẩu hiệu và các điều". */
  label: string;
  groups: readonly {
    key: string;
    title: string;
    note?: string | undefined;
    links: readonly {
      href: string;
      icon: IconName;
      label: string;
      note?: string | undefined;
      current?: boolean | undefined;
      /** Something is missing there. */
      open?: boolean | undefined;
    }[];
  }[];
}

/** Links in two levels, the outline of a document. */
export function LinkTree({ id, label, groups }: LinkTreeProps) {
  return (
    <nav className="panel tree" aria-label={label}>
      {groups.map((group) => (
        <section key={group.key} aria-labelledby={`${id}-${group.key}`}>
          <h2 id={`${id}-${group.key}`}>
            {group.title} {group.note ? <small>{group.note}</small> : null}
          </h2>
          <ul>
            {group.links.map((link) => (
              <li key={link.href}>
                <a
                  href={link.href}
                  className={link.open ? "un" : undefined}
                  aria-current={link.current ? "true" : undefined}
                >
                  <Icon name={link.icon} />
                  <span>
                    {link.label}
                    {link.note ? <small>{link.note}</small> : null}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
