import { describe, expect, it } from "vitest";
import { contrast, readAccent } from "./accent-colour";

const rgb = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

describe("a unit's colour", () => {
  it("reckons contrast as WCAG does", () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([0x76, 0x76, 0x76], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });

  it.each(["#0b5557", "#1b62ad", "#6a1b9a", "#1b5e20", "#5d4037", "#123", "#000000"])("of %s is readable", (accent) => {
    const { colours, problem } = readAccent(accent);
    if (accent.length < 7) return expect(problem).toBe("form");
    const { light, dark } = colours!;
    expect(contrast(rgb(light.accent), [0xf5, 0xf6, 0xf4])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(light.accent), rgb(light.on))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(light.strong), rgb(light.soft))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(dark.accent), [0x16, 0x21, 0x20])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(dark.accent), rgb(dark.on))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(dark.strong), rgb(dark.soft))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["teal", "form"],
    ["#12345", "form"],
    ["#0b5557;}", "form"],
    ["#ffd700", "pale"],
    ["#7fb3ff", "pale"],
    ["#d32f2f", "red"],
    ["#a3200f", "red"],
  ])("is not %s (%s)", (accent, problem) => {
    expect(readAccent(accent)).toMatchObject({ colours: null, problem });
  });

  it("names the nearest that would do in place of a pale one", () => {
    const { nearest = "" } = readAccent("#7fb3ff");
    expect(readAccent(nearest).colours).not.toBeNull();
  });

  it("is readable wherever it is taken, of all colours in steps", () => {
    const steps = [0, 0x24, 0x49, 0x6d, 0x92, 0xb6, 0xdb, 0xff].map((value) => value.toString(16).padStart(2, "0"));
    const all = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
    const taken = all.flatMap((hex) => readAccent(hex).colours ?? []);
    expect(taken.length).toBeGreaterThan(50);
    const pairs = taken.flatMap(({ light, dark }) => [
      [light.accent, light.on],
      [light.accent, "#f5f6f4"],
      [light.strong, light.soft],
      [dark.accent, "#162120"],
      [dark.strong, dark.soft],
      [dark.on, dark.accent],
    ]);
    expect(pairs.filter(([one = "", other = ""]) => contrast(rgb(one), rgb(other)) < 4.5)).toEqual([]);
  });
});
