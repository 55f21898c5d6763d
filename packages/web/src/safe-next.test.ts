import { describe, expect, it } from "vitest";
import { plainAddress } from "./safe-next";

const PLAIN = [
  ["the root", "/"],
  ["a page", "/u/long-binh-27001/dossiers"],
  ["a page with filters", "/u/long-binh-27001/dossiers?state=late&q=nguy%E1%BB%85n+v%C4%83n&page=2"],
  ["a page with a fragment", "/u/long-binh-27001/score#R3"],
  ["an address within the query", "/language?next=//evil.example"],
  ["an escaped slash within the query", "/language?next=%2Fu%2Flong-binh-27001"],
  ["dots that stay on the site", "/u/../o"],
  ["the longest", `/${"a".repeat(1999)}`],
] as const;

const NOT_PLAIN = [
  ["nothing", ""],
  ["no value", null],
  ["a file", new File(["/"], "next")],
  ["a relative path", "u/long-binh-27001"],
  ["a query alone", "?next=/"],
  ["another host", "//evil.example"],
  ["another host behind three slashes", "///evil.example"],
  ["another host by a backslash", "/\\evil.example"],
  ["another host by two backslashes", "\\\\evil.example"],
  ["another host once a dot is dropped", "/.//evil.example"],
  ["another host once two dots are dropped", "/u/..//evil.example"],
  ["another host once an escaped dot is dropped", "/%2e//evil.example"],
  ["a backslash further on", "/.\\/evil.example"],
  ["a slash escaped", "/%2fevil.example"],
  ["a slash escaped in capitals", "/%2Fevil.example"],
  ["a backslash escaped", "/%5Cevil.example"],
  ["a tab, which browsers drop", "/\t/evil.example"],
  ["a newline, which browsers drop", "/\n/evil.example"],
  ["a carriage return", "/\r/evil.example"],
  ["a header within", "/u\r\nSet-Cookie: a=b"],
  ["a space in front", " //evil.example"],
  ["a space within", "/ /evil.example"],
  ["a NUL", "/\0/evil.example"],
  ["a slash look-alike", "/\u2215evil.example"],
  ["letters with accents", "/hồ-sơ"],
  ["https", "https://evil.example/"],
  ["https without slashes", "https:evil.example"],
  ["a script", "javascript:alert(1)"],
  ["a script with a tab", "java\tscript:alert(1)"],
  ["data", "data:text/html,a"],
  ["a host behind an at sign", "@evil.example"],
  ["too long", `/${"a".repeat(2000)}`],
] as const;

describe("the address to go on to", () => {
  it.each(PLAIN)("keeps %s", (_, next) => {
    expect(plainAddress(next)).toBe(next);
  });

  it.each(NOT_PLAIN)("goes to the first page instead of %s", (_, next) => {
    expect(plainAddress(next)).toBe("/");
  });

  it.each([...PLAIN, ...NOT_PLAIN])("never leaves the site for %s, as a browser reads it", (_, next) => {
    const site = "https://gandan.example";
    const once = new URL(plainAddress(next), site);
    expect(once.origin).toBe(site);
    expect(new URL(once.pathname, site).origin).toBe(site);
  });
});
