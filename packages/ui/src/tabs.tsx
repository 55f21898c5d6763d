import { Badge } from "./badge";

export interface TabsProps {
  label: string;
  tabs: readonly { href: string; label: string; count?: string | undefined; current?: boolean | undefined }[];
}

/** Parts of one thing, each with its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count ? <Badge>{tab.count}</Badge> : null}
        </a>
      ))}
    </nav>
  );
}
