import type { ReactNode } from "react";
import { classNames } from "./class-names";

export interface BadgeProps {
  tone?: "plain" | "accent" | "line" | "gold";
  children: ReactNode;
}

/** A short label of a state or kind. */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return <span className={classNames("badge", tone !== "plain" && `badge-${tone}`)}>{children}</span>;
}

export interface ClassBadgeProps {
  /** Step of the sequential scale, 1 low … 7 high. */
  step: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  children: ReactNode;
}

/** A class of a scale ("Xuất sắc", "Tốt"), on the heat colour of its step. */
export function ClassBadge({ step, children }: ClassBadgeProps) {
  return <span className={`cls q${step}`}>{children}</span>;
}
