import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import type { OfficialDocument } from "@gandan/documents/official/official-document";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { RenderError } from "@gandan/documents/official/typeset";
import type { TransactionSql } from "postgres";

/** After so many refusals a letter waits until someone asks for its file again. */
export const MOST_TRIES = 3;

/** Files made in one transaction: what a killed worker has to make again. */
const PORTION = 10;

interface Making {
  letterId: string;
  proof: string;
  template: string;
  document: OfficialDocument;
}

/**
 * Makes the files of signed letters of a unit, those that wait longest first, and keeps each with its hash: once, however
 * often and by how many workers it is called. A letter that the typesetter refuses is noted with what it said and stops
 * no other. Ends between two portions when the signal comes.
 * @returns how many were made
 */
export async function makeLetterFiles(scope: UnitScope, now: () => Date, signal?: AbortSignal): Promise<number> {
  let made = 0;
  for (;;) {
    if (signal?.aborted) return made;
    const portion = await inUnit(scope, async (_tx, sql) => {
      const waiting = await sql<Making[]>`
        select letter_id as "letterId", proof, template, document from letter_making
        where unit_id = ${scope.unitId} and made_at is null and tries < ${MOST_TRIES}
        order by asked_at, letter_id limit ${PORTION} for update skip locked`;
      const kept: Promise<void>[] = [];
      for (const making of waiting) {
        const write = await makeFile(sql, scope.unitId, making, now());
        if (!write) continue;
        // The server keeps one file while the next is made.
        const keeping = write();
        keeping.catch(() => {});
        kept.push(keeping);
      }
      await Promise.all(kept);
      return { done: kept.length, found: waiting.length };
    });
    made += portion.done;
    if (portion.found < PORTION) return made;
  }
}

/**
 * The kept file of a signed letter; made now when the worker has not come to it yet. Null without one: the letter is not
 * signed, or the typesetter refuses it.
 */
export async function letterFileOf(scope: UnitScope, letterId: string, now: Date): Promise<Buffer | null> {
  const { unitId } = scope;
  return inUnit(scope, async (_tx, sql) => {
    const [making] = await sql<Making[]>`
      select letter_id as "letterId", proof, template, document from letter_making
      where unit_id = ${unitId} and letter_id = ${letterId} and made_at is null and tries < ${MOST_TRIES} for update`;
    const write = making && (await makeFile(sql, unitId, making, now));
    await write?.();
    const [file] = await sql<{ pdf: Buffer }[]>`
      select pdf from letter_file where unit_id = ${unitId} and letter_id = ${letterId}`;
    return file?.pdf ?? null;
  });
}

/** Makes a file and gives what keeps it; null when the typesetter refused it, which is noted. */
async function makeFile(sql: TransactionSql, unitId: string, making: Making, now: Date) {
  const { letterId, proof, template, document } = making;
  // The typesetter's own memory is given back between two turns of the loop only.
  await setImmediate();
  try {
    const { bytes } = await renderPdf(document);
    const hash = createHash("sha256").update(bytes).digest("hex");
    return async () => {
      const inserted = sql`
        insert into letter_file (unit_id, letter_id, pdf, hash, proof, template, frozen_at)
        values (${unitId}, ${letterId}, ${bytes}, ${hash}, ${proof}, ${template}, ${now})
        on conflict (unit_id, letter_id) do nothing`;
      const noted = sql`
        update letter_making set made_at = ${now}, problem = null where unit_id = ${unitId} and letter_id = ${letterId}`;
      await Promise.all([inserted, noted]);
    };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    // The same words are refused the same way every time.
    await sql`
      update letter_making set tries = ${MOST_TRIES}, problem = ${error.message}
      where unit_id = ${unitId} and letter_id = ${letterId}`;
    return null;
  }
}
