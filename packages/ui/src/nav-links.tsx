import { Icon, type IconName } from "./icon";

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  /** Work waiting there; nothing is shown for 0 or none. */
  count?: number | undefined;
  current?: boolean | undefined;
}

export interface NavLinksProps {
  items: readonly NavItem[];
  /** Read after a count: "việc". */
  countLabel: string;
}

/** Links of the main menu, with icon and count. */
export function NavLinks({ items, countLabel }: NavLinksProps) {
  return (
    <>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          <Icon name={item.icon} />
          {item.label}
          {item.count ? (
            <span className="n">
              {item.count}
              <span className="vh"> {countLabel}</span>
            </span>
          ) : null}
        </a>
      ))}
    </>
  );
}
