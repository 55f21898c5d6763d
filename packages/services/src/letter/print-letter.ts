import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import type { LetterId } from "@gandan/model/letter/letter-inputs";
import { composeLetter } from "./compose-letter";
import { lockLetters } from "./letter-row";

/**
 * The PDF of a letter: the kept file when it is signed, else the draft as it would be, marked as such. It shows who the
 * letter is to, so the reading is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND letter.notFound
 */
export async function printLetter(
  ctx: UnitCtx,
  { letterId }: LetterId,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  authorize(ctx, "letter:read");
  const { unitId, now } = ctx;
  const { row, kept } = await inUnit(ctx, async (_tx, sql) => {
    const [found] = await lockLetters(sql, unitId, [letterId], localDateOf(toLocalMinute(now)));
    const [file] = await sql<{ pdf: Buffer }[]>`
      select pdf from letter_file where unit_id = ${unitId} and letter_id = ${letterId}`;
    await appendAudit(sql, { unitId, at: now, actor: ctx.actor.staffId, action: "letter.read", subject: letterId });
    return { row: found!, kept: file?.pdf };
  });
  const bytes = kept ?? (await renderPdf(composeLetter(row, now, null))).bytes;
  return { fileName: `thu-xin-loi-${row.externalCode.replace(/[^\w.-]/g, "-")}.pdf`, bytes };
}
