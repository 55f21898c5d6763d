import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { millisOf } from "./utc-text";

describe("millisOf", () => {
  test.each([
    "2026-09-07T01:30:00.000Z",
    "2024-02-29T23:59:59.999Z",
    "2025-02-29T00:00:00.000Z",
    "2025-02-30T00:00:00.000Z",
    "2026-13-01T00:00:00.000Z",
    "2026-00-10T00:00:00.000Z",
    "2026-09-00T00:00:00.000Z",
    "2026-09-07T24:00:00.000Z",
    "2026-09-07T23:60:00.000Z",
    "2026-09-07T23:00:60.000Z",
    "2026-09-07T23:00:00.0 0Z",
    "2026-09-07 23:00:00.000Z",
    "2026-09-07T08:30:00+07:00",
    "2026-09-07T08:30:00.5+07:00",
    "0999-09-07T08:30:00.000Z",
    "2026-09-07",
    "",
    "hôm nay",
  ])("reads %j as Date.parse does", (text) => {
    expect(millisOf(text)).toBe(Date.parse(text));
  });

  test("gives back what toISOString wrote", () => {
    const instants = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(fc.property(instants, (instant) => millisOf(instant.toISOString()) === instant.getTime()));
  });

  test("agrees with Date.parse on texts of that length with one sign changed", () => {
    const slip = fc.tuple(fc.date({ noInvalidDate: true }), fc.nat(23), fc.constantFrom(..."0123456789:-.TZ +x"));
    fc.assert(
      fc.property(slip, ([instant, at, sign]) => {
        const text = instant.toISOString();
        const changed = text.slice(0, at) + sign + text.slice(at + 1);
        expect(millisOf(changed)).toBe(Date.parse(changed));
      }),
    );
  });
});
