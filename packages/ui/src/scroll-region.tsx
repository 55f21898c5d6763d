import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 } as const;

export interface ScrollRegionProps {
  /** Says what is inside and that it scrolls. */
  label: string;
  className?: string;
  children: ReactNode;
}

/** The only thing on a page that may scroll sideways: a two-dimensional table. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <section className={classNames("scroll", className)} aria-label={label} {...reachable}>
      {children}
    </section>
  );
}
