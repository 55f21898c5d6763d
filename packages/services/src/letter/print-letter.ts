import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { AppError } from "@gandan/model/error/app-error";
import { foldText } from "@gandan/model/import/fold-text";
import type { LetterId } from "@gandan/model/letter/letter-inputs";
import { composeLetter } from "./compose-letter";
import { type LetterRow, readLetters } from "./letter-row";
import { letterFileOf } from "./make-letter-files";

/**
 * The PDF of a letter: the kept file when it is signed, else the draft as it would be, marked as such. It shows who the
 * letter is to, so the reading is logged. Locks nothing that signing or sending waits for.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound; CONFLICT letter.notMade
 */
export async function printLetter(
  ctx: UnitCtx,
  { letterId }: LetterId,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  authorize(ctx, "letter:read");
  const { unitId, now } = ctx;
  const row = await inUnit(ctx, async (_tx, sql) => {
    const [found] = await readLetters(sql, unitId, [letterId], localDateOf(toLocalMinute(now)));
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action: "letter.read", subject: letterId });
    return found!;
  });
  const bytes = isSigned(row) ? await keptFile(ctx, row) : (await renderPdf(composeLetter(row, now, null))).bytes;
  return { fileName: `${fileNameOf(row)}.pdf`, bytes };
}

/** "thu-xin-loi-19333-261117-0004" */
const fileNameOf = ({ kindTitle, externalCode, id }: LetterRow) =>
  `${foldText(kindTitle).replaceAll(" ", "-")}-${(externalCode ?? id).replace(/[^\w.-]/g, "-")}`;

const isSigned = ({ state }: LetterRow) => state === "signed" || state === "delivered";

async function keptFile(ctx: UnitCtx, row: LetterRow): Promise<Uint8Array> {
  const kept = await letterFileOf(ctx, row.id, ctx.now);
  if (!kept) throw new AppError("CONFLICT", "letter.notMade");
  return kept;
}
