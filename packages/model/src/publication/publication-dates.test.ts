import { describe, expect, it } from "vitest";
import { modelSource } from "../model/model-schema";
import { dueDays, lastDue, nextDue, publicationPeriod, wantedPublications, yearBefore } from "./publication-dates";

const model = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Thử",
  rules: {
    "cong-bo": {
      kind: "publication.by-dates",
      publication: "ket-qua-khao-sat",
      by: ["11-10", "06-10"],
      before: true,
      continuous: true,
      clause: "III.6.a",
    },
    khac: { kind: "dossier.on-time" },
  },
  evidence: [{ id: "ket-qua-khao-sat", title: "Kết quả khảo sát" }],
});

describe("what a model wants published", () => {
  it("comes from its rules, under the model's own name", () => {
    expect(wantedPublications(model)).toEqual([
      {
        slug: "ket-qua-khao-sat",
        title: "Kết quả khảo sát",
        clause: "III.6.a",
        by: ["06-10", "11-10"],
        before: true,
        continuous: true,
      },
    ]);
  });

  it("is due on the day before, when the plan says before", () => {
    const [wanted] = wantedPublications(model);
    expect(dueDays(wanted!, 2026)).toEqual(["2026-06-09", "2026-11-09"]);
    expect(dueDays({ by: ["12-31"], before: false }, 2026)).toEqual(["2026-12-31"]);
    expect(nextDue(wanted!, "2026-06-09")).toBe("2026-06-09");
    expect(nextDue(wanted!, "2026-11-10")).toBe("2027-06-09");
    expect(lastDue(wanted!, "2026-06-09")).toBe("2025-11-09");
    expect(lastDue(wanted!, "2026-06-10")).toBe("2026-06-09");
    expect(nextDue({ by: [], before: false }, "2026-06-09")).toBeNull();
  });
});

describe("what a publication tells of", () => {
  it.each([
    ["half a year at first", "2026-11-08", null, "2026-05-01", "2026-10-31"],
    ["what came since the last one", "2026-11-08", "2026-05-31", "2026-06-01", "2026-10-31"],
    ["at most a year", "2026-11-08", "2024-12-31", "2025-11-01", "2026-10-31"],
    ["over the turn of a year", "2026-06-01", "2025-10-31", "2025-11-01", "2026-05-31"],
  ])("is %s", (_, day, lastTo, from, to) => {
    expect(publicationPeriod(day, lastTo)).toEqual({ from, to });
  });

  it("is nothing before another month is over", () => {
    expect(publicationPeriod("2026-11-30", "2026-10-31")).toBeNull();
  });

  it("is the year before, for the yearly one", () => {
    expect(yearBefore("2027-01-10")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });
});
