import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import { office } from "@gandan/model/settings/office-inputs";
import type { TransactionSql } from "postgres";
import { readSetting } from "./unit-setting";

/** What papers of a unit say of it, of any kind of paper. */
export interface OfficeOfUnit {
  slug: string;
  /** As within a sentence: "phường Đông Hà". */
  unitName: string;
  /** In "Đông Hà, ngày …". */
  place: string;
  /** The unit's name without its kind. */
  usualPlace: string;
  deskName: string;
  letterSymbol: string;
  phone: string | null;
  /** "https://…" without a slash behind; null: the address of the request. */
  publicAddress: string | null;
}

/** "Phường Đông Hà" → "phường Đông Hà", as within a sentence. */
const withinSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/**
 * How a unit shows itself on papers: its name on the day, with what it has set today.
 * @throws AppError NOT_FOUND unit.notFound when it had no name that day
 */
export async function officeOn(sql: TransactionSql, unitId: string, day: LocalDate): Promise<OfficeOfUnit> {
  const [unit] = await sql<{ slug: string; name: string; type: string }[]>`
    select u.slug, n.name, n.type from unit u
    join unit_name n on n.unit_id = u.id and n.valid_from <= ${day}::date
      and (n.valid_to is null or n.valid_to > ${day}::date)
    where u.id = ${unitId}`;
  if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
  const { value } = await readSetting(sql, unitId, "office", office);
  const usualPlace = unit.name.slice(unit.type.length).trim() || unit.name;
  return {
    slug: unit.slug,
    unitName: withinSentence(unit.name),
    usualPlace,
    place: value.place || usualPlace,
    deskName: value.deskName,
    letterSymbol: value.letterSymbol,
    phone: value.phone || null,
    publicAddress: value.publicAddress || null,
  };
}
