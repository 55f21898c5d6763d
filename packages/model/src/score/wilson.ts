/** Ends of an interval; for shares 0..1, for points in points. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson score interval of the share `met / n` (E. B. Wilson, JASA 1927); 95 % for z = 1.96. Without facts it is 0..1.
 * Throws RangeError unless 0 ≤ met ≤ n.
 */
export function wilson(met: number, n: number, z = 1.96): Interval {
  if (!(met >= 0 && met <= n)) throw new RangeError(`wilson: ${met} of ${n}`);
  if (n === 0) return { low: 0, high: 1 };
  const share = met / n;
  const zz = z * z;
  const centre = share + zz / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share) + zz / (4 * n)) / n);
  const scale = 1 + zz / n;
  // At the ends rounding would leave 1e-17 instead of 0, or less than 1.
  return {
    low: met === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: met === n ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
