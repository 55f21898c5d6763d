import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { VerifyLetter } from "@gandan/model/letter/letter-inputs";
import type { RequestCtx } from "../session/request-ctx";
import { findUnitBySlug } from "../unit/find-unit";

export interface GenuineLetter {
  unitName: string;
  /** "08/2026" */
  number: string;
  signedAt: Date;
  /** SHA-256 of the file, hexadecimal. */
  hash: string;
}

/**
 * Tells anyone that a letter is genuine, by the code on it: who issued it, its number, when, and the hash of its file.
 * Nothing of the citizen or the dossier.
 * @throws AppError NOT_FOUND letter.notGenuine
 */
export async function verifyLetter(ctx: RequestCtx, { slug, proof }: VerifyLetter): Promise<GenuineLetter> {
  const unit = await findUnitBySlug(ctx.db, slug, ctx.now);
  if (!unit) throw new AppError("NOT_FOUND", "letter.notGenuine");
  const unitId = unit.id;
  return inUnit({ db: ctx.db, unitId }, async (_tx, sql) => {
    const [row] = await sql<GenuineLetter[]>`
      select n.name as "unitName", lpad(l.number::text, 2, '0') || '/' || l.year as number, l.signed_at as "signedAt", f.hash
      from letter_file f
      join letter l on l.unit_id = f.unit_id and l.id = f.letter_id
      join unit_name n on n.unit_id = l.unit_id and n.valid_from <= (l.signed_at at time zone 'Asia/Ho_Chi_Minh')::date
        and (n.valid_to is null or n.valid_to > (l.signed_at at time zone 'Asia/Ho_Chi_Minh')::date)
      where f.unit_id = ${unitId} and f.proof = ${proof}`;
    if (!row) throw new AppError("NOT_FOUND", "letter.notGenuine");
    return { ...row };
  });
}
