import type { CSSProperties } from "react";

/** Numbers that a style sheet draws with: widths, shares, positions. */
export function cssVars(values: Record<`--${string}`, string | number>): CSSProperties {
  return values as CSSProperties;
}
