/** Sheets of one officer (null: of none that is named) about one procedure (null: about none). */
export interface CrossCount {
  officer: string | null;
  procedure: string | null;
  n: number;
}

/** Sets of officers are looked at one by one up to so many officers; beyond, sets of up to three. */
const EVERY_SET_UP_TO = 12;

function* setsOf(count: number): Generator<number> {
  if (count <= EVERY_SET_UP_TO) {
    for (let set = 1; set < 1 << count; set++) yield set;
    return;
  }
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++) for (let c = b; c < count; c++) yield (1 << a) | (1 << b) | (1 << c);
  }
}

interface Side {
  name: string;
  n: number;
  /** The others, one bit each, with whom it shares sheets; the highest bit for what is not shown. */
  mask: number;
}

const HIDDEN = 1 << 30;
const MOST_OFFICERS = 30;

function sideOf(
  name: string,
  counts: readonly CrossCount[],
  of: "officer" | "procedure",
  others: readonly string[],
): Side {
  const own = counts.filter((one) => one[of] === name && one.n > 0);
  const mask = own.reduce((bits, one) => {
    const place = others.indexOf((of === "officer" ? one.procedure : one.officer) ?? "");
    return bits | (place < 0 ? HIDDEN : 1 << place);
  }, 0);
  return { name, n: own.reduce((sum, { n }) => sum + n, 0), mask };
}

/** An officer who has to go; undefined when none has to. */
function tellingOne(
  officers: readonly string[],
  counts: readonly CrossCount[],
  shown: readonly string[],
  minCell: number,
) {
  const people = officers.map((name) => sideOf(name, counts, "officer", []));
  const sides = shown.map((name) => sideOf(name, counts, "procedure", officers));
  const tells = (n: number) => n > 0 && n < minCell;
  const smallest = (set: number) =>
    people.filter((_, i) => set & (1 << i)).sort((a, b) => a.n - b.n || (a.name < b.name ? -1 : 1))[0]?.name;
  for (const set of setsOf(officers.length)) {
    const all = people.reduce((sum, { n }, i) => (set & (1 << i) ? sum + n : sum), 0);
    const within = sides.reduce((sum, { n, mask }) => ((mask & ~set) === 0 ? sum + n : sum), 0);
    if (tells(all - within)) return smallest(set);
    // The other way round: procedures that cover these officers whole, less the officers that lie in them.
    const touched = new Set(
      counts
        .filter(
          ({ officer, n }) =>
            n > 0 && officer !== null && set & (1 << officers.indexOf(officer)) && officers.includes(officer),
        )
        .map(({ procedure }) => procedure),
    );
    if ([...touched].some((procedure) => procedure === null || !shown.includes(procedure))) continue;
    const covering = sides.reduce((sum, { name, n }) => (touched.has(name) ? sum + n : sum), 0);
    const inside = officers.reduce((bits, name, i) => {
      const whole = counts.every(({ officer, procedure, n }) => officer !== name || n === 0 || touched.has(procedure));
      return whole ? bits | (1 << i) : bits;
    }, 0);
    const lying = people.reduce((sum, { n }, i) => (inside & (1 << i) ? sum + n : sum), 0);
    if (tells(covering - lying)) return smallest(inside);
  }
  return undefined;
}

/**
 * The officers of whom nothing may be shown beside the procedures that are: where an officer does all of some procedures,
 * the officer's answers less those of the procedures are those of another one, and must not be fewer than `minCell`. In a
 * table of two dimensions every number that can be worked out of its sums is such a difference.
 * @param officers that would be shown
 * @param shown procedures that are shown
 */
export function tellingOfficers(
  officers: readonly string[],
  counts: readonly CrossCount[],
  shown: readonly string[],
  minCell: number,
): Set<string> {
  const sizeOf = (name: string) => counts.reduce((sum, one) => (one.officer === name ? sum + one.n : sum), 0);
  const bySize = officers.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  // More than can be told apart in one word of bits: none of the others is shown.
  const left = new Set(bySize.slice(MOST_OFFICERS));
  for (;;) {
    const still = officers.filter((name) => !left.has(name));
    const telling = tellingOne(still, counts, shown, minCell);
    if (telling === undefined) return left;
    left.add(telling);
  }
}
