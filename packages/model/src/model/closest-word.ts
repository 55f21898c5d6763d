/** Edit distance with swaps of neighbours (optimal string alignment); stops counting above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/**
 * The known word nearest to a written one, for "did you mean": at most a third of its letters may differ.
 * Undefined when nothing is near.
 */
export function closestWord(written: string, known: Iterable<string>): string | undefined {
  const plain = written.toLowerCase().replaceAll("_", "-");
  let limit = Math.max(1, Math.floor(written.length / 3));
  let best: string | undefined;
  for (const word of known) {
    const d = distance(plain, word.toLowerCase().replaceAll("_", "-"), limit);
    if (d <= limit && word !== written) {
      best = word;
      limit = d - 1;
      if (limit < 0) break;
    }
  }
  return best;
}
