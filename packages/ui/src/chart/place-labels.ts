export interface Label {
  at: number;
  text: string;
}

export interface PlacedLabel extends Label {
  /** 0 is nearest to what it names. */
  row: number;
  /** Where its text begins and ends, in the units of `at`. */
  from: number;
  to: number;
}

/**
 * Sets labels over their marks so that no two cover each other and none leaves the drawing: centred on the mark, pushed
 * in at the ends, lifted a row where there is no room. `width` and `letter` share the units of `at`.
 */
export function placeLabels(labels: readonly Label[], width: number, letter = 6.6, gap = 12): PlacedLabel[] {
  const rows: PlacedLabel[][] = [];
  return [...labels]
    .sort((a, b) => a.at - b.at)
    .map((label) => {
      const length = label.text.length * letter;
      const from = Math.max(0, Math.min(label.at - length / 2, width - length));
      const to = from + length;
      const free = rows.findIndex((row) => row.every((other) => from >= other.to + gap || to + gap <= other.from));
      const row = free === -1 ? rows.length : free;
      const placed = { ...label, row, from, to };
      if (free === -1) rows.push([placed]);
      else rows[free]?.push(placed);
      return placed;
    });
}
