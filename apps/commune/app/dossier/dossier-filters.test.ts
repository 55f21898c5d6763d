import { describe, expect, it } from "vitest";
import { filtersOf, queryOf, queueHref } from "./dossier-filters";

const read = (query: string) => filtersOf(new URLSearchParams(query));

describe("the filters of an address", () => {
  it("come back from the address they make, whatever was typed", () => {
    const query =
      "?q=Nguy%E1%BB%85n+%26+50%25&queue=late&state=processing&group=birth&from=2026-11-01&to=2026-11-20&sort=received&direction=ascending&page=3";
    expect(queryOf(read(query))).toBe(query);
    expect(read(query)).toMatchObject({ q: "Nguyễn & 50%", page: 3 });
  });

  it("leave out what is usual and what is empty", () => {
    expect(queryOf(read("q=&queue=&state=&sort=received&direction=descending&page=1"))).toBe("");
    expect(queryOf(read("q=a"), { page: "2" })).toBe("?q=a&page=2");
    expect(queryOf(read("q=a&page=2"), { page: "1" })).toBe("?q=a");
  });

  it("hold beside one that nothing can be made of", () => {
    expect(queryOf(read("q=mai&from=31/11/2026&queue=late"))).toBe("?q=mai&queue=late");
    expect(queryOf(read("q=mai&state=unheard&group=x&to=2026-02-30&page=x&sort=x"))).toBe("?q=mai");
    expect(queryOf(read(`queue=late&q=${"a".repeat(101)}`))).toBe("?queue=late");
  });

  it("open a queue in the order in which it is worked off", () => {
    expect(queueHref("/u/a", "late")).toBe("/u/a/dossiers?queue=late");
    expect(queueHref("/u/a", "due-soon", 8)).toBe("/u/a/dossiers?queue=due-soon");
    expect(queueHref("/u/a", "due-soon", 24)).toBe("/u/a/dossiers?queue=due-soon&hours=24");
    expect(queueHref("/u/a", "late", 24)).toBe("/u/a/dossiers?queue=late");
    expect(queryOf(read("queue=late&sort=due&direction=ascending"))).toBe("?queue=late");
    expect(queryOf(read("queue=late&sort=due&direction=descending"))).toBe("?queue=late&direction=descending");
    expect(queryOf(read("queue=late&sort=received&direction=descending"))).toBe("?queue=late&sort=received");
    expect(queryOf(read("queue=due-soon&hours=7"))).toBe("?queue=due-soon");
  });
});
