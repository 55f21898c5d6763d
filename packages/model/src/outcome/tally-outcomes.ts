import type { Tally } from "./tally";

/**
 * Tallies by rule of the first `rows` rows of packed outcomes (two words a row, as `judgeColumns` gives them), aligned
 * with the version's dossier rules.
 */
export function tallyOutcomes(packed: Uint32Array, rows: number, rules: number): Tally[] {
  return Array.from({ length: rules }, (_, rule) => tallyRule(packed, rows, rule >> 4, (rule & 15) * 2));
}

function tallyRule(packed: Uint32Array, rows: number, word: number, shift: number): Tally {
  let met = 0;
  let missed = 0;
  let pending = 0;
  for (let i = 0; i < rows; i++) {
    // 01 met, 10 missed, 11 pending
    const low = (packed[2 * i + word]! >>> shift) & 1;
    const high = (packed[2 * i + word]! >>> (shift + 1)) & 1;
    const both = low & high;
    pending += both;
    met += low ^ both;
    missed += high ^ both;
  }
  return { met, missed, pending, notApplicable: rows - met - missed - pending };
}
