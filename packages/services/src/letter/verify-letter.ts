import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { VerifyLetter } from "@gandan/model/letter/letter-inputs";
import type { RequestCtx } from "../session/request-ctx";
import { findUnitBySlug } from "../unit/find-unit";

export interface GenuineLetter {
  unitName: string;
  /** "08/2026" */
  number: string;
  /** As it stands on the letter, "08/TXL-UBND"; of letters signed before this was kept the number alone. */
  sign: string;
  signedAt: Date;
  /** SHA-256 of the file, hexadecimal; null while it is being made. */
  hash: string | null;
}

/**
 * Tells anyone that a letter is genuine, by the code on it: who issued it, its number, when, and the hash of its file as
 * soon as that is made. Nothing of the citizen or the dossier.
 * @throws AppError NOT_FOUND letter.notGenuine
 */
export async function verifyLetter(ctx: RequestCtx, { slug, proof }: VerifyLetter): Promise<GenuineLetter> {
  const unit = await findUnitBySlug(ctx.db, slug, ctx.now);
  if (!unit) throw new AppError("NOT_FOUND", "letter.notGenuine");
  const unitId = unit.id;
  return inUnit({ db: ctx.db, unitId }, async (_tx, sql) => {
    const [row] = await sql<GenuineLetter[]>`
      select n.name as "unitName", lpad(l.number::text, greatest(2, length(l.number::text)), '0') || '/' || l.year as number,
        coalesce(substring(m.document ->> 'number' from '^Số: *([^ ]+)'), lpad(l.number::text, greatest(2, length(l.number::text)), '0')) as sign,
        l.signed_at as "signedAt", f.hash
      from letter l
      left join letter_making m on m.unit_id = l.unit_id and m.letter_id = l.id
      left join letter_file f on f.unit_id = l.unit_id and f.letter_id = l.id
      join unit_name n on n.unit_id = l.unit_id and n.valid_from <= (l.signed_at at time zone 'Asia/Ho_Chi_Minh')::date
        and (n.valid_to is null or n.valid_to > (l.signed_at at time zone 'Asia/Ho_Chi_Minh')::date)
      where l.unit_id = ${unitId} and l.id in (
        select letter_id from letter_file where unit_id = ${unitId} and proof = ${proof}
        union select letter_id from letter_making where unit_id = ${unitId} and proof = ${proof})`;
    if (!row) throw new AppError("NOT_FOUND", "letter.notGenuine");
    return { ...row };
  });
}
