import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CrossCount, tellingOfficers } from "./telling-officers";

const K = 5;
const cross = (rows: [officer: string | null, procedure: string | null, n: number][]): CrossCount[] =>
  rows.map(([officer, procedure, n]) => ({ officer, procedure, n }));
const sum = (counts: readonly CrossCount[]) => counts.reduce((all, { n }) => all + n, 0);

describe("tellingOfficers", () => {
  it("leaves out an officer whose other procedure would be laid bare", () => {
    const counts = cross([
      ["hoa", "khai-sinh", 20],
      ["hoa", "khai-tu", 3],
      ["nam", "chung-thuc", 30],
    ]);
    // Hoa's 23 less the 20 of the procedure that she does alone are three citizens.
    expect([...tellingOfficers(["hoa", "nam"], counts, ["khai-sinh", "chung-thuc"], K)]).toEqual(["hoa"]);
    // Where the procedure is not shown, nothing can be taken away.
    expect([...tellingOfficers(["hoa", "nam"], counts, ["chung-thuc"], K)]).toEqual([]);
  });

  it("looks the other way round, and at several together", () => {
    const counts = cross([
      ["hoa", "khai-sinh", 20],
      [null, "khai-sinh", 2],
      ["nam", "chung-thuc", 30],
    ]);
    expect([...tellingOfficers(["hoa", "nam"], counts, ["khai-sinh", "chung-thuc"], K)]).toEqual(["hoa"]);
    const shared = cross([
      ["a", "x", 10],
      ["b", "x", 12],
      ["b", "y", 2],
      ["a", "y", 1],
    ]);
    expect([...tellingOfficers(["a", "b"], shared, ["x"], K)]).toEqual(["a"]);
  });

  it("leaves no difference of shown officers and shown procedures with fewer answers than a cell", () => {
    const officers = ["a", "b", "c"];
    const procedures = ["x", "y", "z"];
    const cell = fc.record({
      officer: fc.constantFrom(...officers, null),
      procedure: fc.constantFrom(...procedures, null),
      n: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), fc.subarray(procedures), (counts, shown) => {
        const of = (name: string, key: "officer" | "procedure") => counts.filter((one) => one[key] === name);
        const enough = officers.filter((name) => sum(of(name, "officer")) >= K);
        const visible = shown.filter((name) => sum(of(name, "procedure")) >= K);
        const left = tellingOfficers(enough, counts, visible, K);
        const people = enough.filter((name) => !left.has(name));
        const subsets = <T>(list: readonly T[]) =>
          Array.from({ length: 1 << list.length }, (_, set) => list.filter((_, i) => set & (1 << i)));
        for (const some of subsets(people)) {
          for (const others of subsets(visible)) {
            const [ofPeople, ofOthers] = [
              counts.filter(({ officer }) => officer !== null && some.includes(officer)),
              counts.filter(({ procedure }) => procedure !== null && others.includes(procedure)),
            ];
            const difference = Math.abs(sum(ofPeople) - sum(ofOthers));
            const nested =
              ofOthers.every((one) => ofPeople.includes(one)) || ofPeople.every((one) => ofOthers.includes(one));
            if (some.length > 0 && others.length > 0 && nested && difference > 0) {
              expect(difference).toBeGreaterThanOrEqual(K);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
