/** What a unit's colour becomes on its pages, light and dark, each with enough contrast to be read. */
export interface AccentColours {
  light: { accent: string; strong: string; soft: string; line: string; on: string };
  dark: { accent: string; strong: string; soft: string; line: string; on: string };
}

/** Why a colour is not taken: no colour, too pale to be read, or so red that it would say "missed". */
export type AccentProblem = "form" | "pale" | "red";

type Rgb = readonly [number, number, number];

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
/** Grounds that links and buttons stand on (tokens --ground, --paper). */
const GROUND: Rgb = [0xf5, 0xf6, 0xf4];
const DARK_PAPER: Rgb = [0x16, 0x21, 0x20];
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [6, 20, 19];
/** WCAG 2.2, 1.4.3: text of usual size. */
const LEAST = 4.5;

/**
 * The colours of pages made from the one that a unit has chosen; null with the reason when it cannot be one. `nearest` is
 * the darkened colour that would be taken in place of a pale one.
 */
export function readAccent(text: string): {
  colours: AccentColours | null;
  problem?: AccentProblem;
  nearest?: string;
} {
  const parts = HEX.exec(text)?.slice(1);
  if (!parts) return { colours: null, problem: "form" };
  const [r = 0, g = 0, b = 0] = parts.map((part) => Number.parseInt(part, 16));
  const rgb: Rgb = [r, g, b];
  if (saysMissed(rgb)) return { colours: null, problem: "red" };
  if (contrast(rgb, GROUND) < LEAST)
    return { colours: null, problem: "pale", nearest: hex(until(rgb, BLACK, (c) => contrast(c, GROUND) >= LEAST)) };
  const dark = until(rgb, WHITE, (c) => contrast(c, DARK_PAPER) >= LEAST + 2);
  return {
    colours: {
      light: {
        accent: hex(rgb),
        strong: hex(mix(rgb, BLACK, 0.25)),
        soft: hex(mix(rgb, WHITE, 0.9)),
        line: hex(mix(rgb, WHITE, 0.55)),
        on: "#ffffff",
      },
      dark: {
        accent: hex(dark),
        strong: hex(mix(dark, WHITE, 0.3)),
        soft: hex(mix(rgb, DARK_PAPER, 0.7)),
        line: hex(mix(dark, DARK_PAPER, 0.5)),
        on: hex(BLACK),
      },
    },
  };
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Red is kept for what was missed: hues within 22° of it, unless they are nearly grey or as dark as wine. */
function saysMissed([r, g, b]: Rgb): boolean {
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  if (max === 0 || (max - min) / max < 0.45 || max < 0x60) return false;
  if (max !== r) return false;
  return Math.abs((60 * (g - b)) / (max - min)) < 22;
}

const mix = (one: Rgb, other: Rgb, share: number): Rgb => [
  Math.round(one[0] + (other[0] - one[0]) * share),
  Math.round(one[1] + (other[1] - one[1]) * share),
  Math.round(one[2] + (other[2] - one[2]) * share),
];

function until(from: Rgb, to: Rgb, enough: (colour: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const colour = mix(from, to, share);
    if (enough(colour)) return colour;
  }
  return to;
}

const hex = (rgb: Rgb) => `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
