import { z } from "zod";
import { foldText } from "../import/fold-text";

/** A unit as anybody may find it. */
export interface DirectoryUnit {
  slug: string;
  /** "Phường Đông Hà" */
  name: string;
  code: string;
  province: { slug: string; name: string } | null;
  ended: boolean;
  /** Units that went on with an ended one. */
  successors: { slug: string; name: string; code: string; partial: boolean }[];
}

export interface DirectoryProvince {
  slug: string;
  name: string;
  /** Units there are today. */
  units: number;
}

interface Entry {
  unit: DirectoryUnit;
  /** Name, code and province without accents, a blank before each word. */
  words: string;
  name: string;
}

/** All units, made ready to be searched many times. */
export interface UnitDirectory {
  entries: readonly Entry[];
  /** With units there are today, by name. */
  provinces: readonly DirectoryProvince[];
}

/** What a citizen looks for, as it stands in the address. */
export const findUnits = z.object({
  q: z.string().trim().max(100).catch(""),
  province: z.string().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type FindUnits = z.infer<typeof findUnits>;

/** Units on a page. */
export const DIRECTORY_PAGE = 100;

const order = new Intl.Collator("vi");
const withBlank = (text: string) => ` ${foldText(text)}`;

/** Makes units ready to be searched. */
export function makeDirectory(units: readonly DirectoryUnit[]): UnitDirectory {
  const provinces = new Map<string, DirectoryProvince>();
  for (const { province, ended } of units) {
    if (!province || ended) continue;
    const known = provinces.get(province.slug);
    provinces.set(province.slug, { ...province, units: (known?.units ?? 0) + 1 });
  }
  return {
    entries: units
      .map((unit) => ({
        unit,
        words: withBlank(`${unit.name} ${unit.code} ${unit.province?.name ?? ""}`),
        name: withBlank(unit.name),
      }))
      .sort((a, b) => order.compare(a.unit.name, b.unit.name) || order.compare(a.unit.code, b.unit.code)),
    provinces: [...provinces.values()].sort((a, b) => order.compare(a.name, b.name)),
  };
}

/** The type that stands before most names, which nobody has to type. */
const TYPES = /^ (?:xa|phuong|dac khu|thi tran) /;

/** How well a unit answers to what was typed; null for not at all. The least is the best. */
function place({ unit, words, name }: Entry, typed: string, wanted: readonly string[]): number | null {
  if (!wanted.every((word) => words.includes(` ${word}`))) return null;
  const joined = ` ${wanted.join(" ")}`;
  const bare = name.replace(TYPES, " ");
  const whole = name === joined || bare === joined;
  const inName = wanted.every((word) => name.includes(` ${word}`));
  const accents = unit.name.normalize("NFC").toLowerCase().includes(typed) ? 0 : 1;
  return (whole ? 0 : inName ? 4 : 8) + (unit.ended ? 2 : 0) + accents;
}

/**
 * Units by the beginnings of the words of their name, code and province, without accents: who types them finds those
 * first. Without words those there are today; units that are no more are found by words alone.
 */
export function searchDirectory(directory: UnitDirectory, { q, province }: Pick<FindUnits, "q" | "province">) {
  const within = directory.entries.filter(({ unit }) => province === "" || unit.province?.slug === province);
  const wanted = foldText(q).split(" ").filter(Boolean);
  if (wanted.length === 0) return q === "" ? within.flatMap(({ unit }) => (unit.ended ? [] : [unit])) : [];
  const typed = q.normalize("NFC").toLowerCase();
  return within
    .flatMap((entry) => {
      const at = place(entry, typed, wanted);
      return at === null ? [] : [{ unit: entry.unit, at }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ unit }) => unit);
}
